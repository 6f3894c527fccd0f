import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMS } from '../metric.ts'
import { inputFromJson, seeded } from '../testing.ts'
import { precisionRecallCurve, rocCurve } from './index.ts'
import { rocAuc } from './roc-auc.ts'

const json = { truth: [0, 0, 1, 1], values: [0.1, 0.4, 0.35, 0.8] }
const next = seeded(3)
const truth = Array.from({ length: 20_000 }, () => (next() < 0.3 ? 1 : 0))
const large = inputFromJson('probabilities', { truth, values: truth.map((t) => 0.3 * t + 0.7 * next()) })
const trapezoid = (x: number[], y: number[]) => x.slice(1).reduce((area, v, i) => area + ((v - x[i]!) * (y[i + 1]! + y[i]!)) / 2, 0)
const isMonotone = (values: number[]) => values.every((v, i) => i === 0 || v >= values[i - 1]!)

describe('rocCurve', () => {
  it("gives scikit-learn's points for its documented example", () => {
    expect(rocCurve(inputFromJson('probabilities', json))).toEqual({ fpr: [0, 0, 0.5, 0.5, 1], tpr: [0, 0.5, 0.5, 1, 1], thresholds: [null, 0.8, 0.4, 0.35, 0.1] })
  })

  it('leaves out points on a straight line', () => {
    expect(rocCurve(inputFromJson('probabilities', { truth: [0, 0, 0, 1, 1, 1], values: [1, 2, 3, 4, 5, 6] }))).toEqual({ fpr: [0, 0, 1], tpr: [0, 1, 1], thresholds: [null, 4, 1] })
  })

  it.each([1000, 100, 30])('keeps the shape in %i points', (maxPoints) => {
    const { fpr, tpr, thresholds } = rocCurve(large, maxPoints)!
    expect(fpr.length).toBeLessThanOrEqual(maxPoints)
    expect(fpr.length).toBeGreaterThan(maxPoints / 3)
    expect([fpr[0], tpr[0], thresholds[0], fpr.at(-1), tpr.at(-1)]).toEqual([0, 0, null, 1, 1])
    expect(isMonotone(fpr) && isMonotone(tpr)).toBe(true)
    expect(Math.abs(trapezoid(fpr, tpr) - (rocAuc.compute(large, DEFAULT_PARAMS) as number))).toBeLessThan(1 / maxPoints)
  })

  it('is undefined when a side is empty, or without two classes', () => {
    expect(rocCurve(inputFromJson('probabilities', { ...json, truth: [1, 1, 1, 1] }))).toBeUndefined()
    expect(
      rocCurve(
        inputFromJson('probabilities', {
          truth: [0, 1, 2],
          values: [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
        }),
      ),
    ).toBeUndefined()
  })
})

describe('precisionRecallCurve', () => {
  it('has a point per threshold, highest first', () => {
    expect(precisionRecallCurve(inputFromJson('probabilities', json))).toEqual({ precision: [1, 0.5, 2 / 3, 0.5], recall: [0.5, 0.5, 1, 1], thresholds: [0.8, 0.4, 0.35, 0.1] })
  })

  it('keeps the shape in 1000 points', () => {
    const { precision, recall, thresholds } = precisionRecallCurve(large)!
    expect([precision.length, thresholds.length]).toEqual([recall.length, recall.length])
    expect(recall.length).toBeLessThanOrEqual(1000)
    expect(isMonotone(recall)).toBe(true)
    expect(recall.at(-1)).toBe(1)
    expect(precision.at(-1)).toBe(truth.filter((t) => t === 1).length / truth.length)
  })
})
