import { describe, expect, it } from 'vitest'
import { CALIBRATION_METRICS } from '../calibration/index.ts'
import type { Labels, Probabilities } from '../inputs.ts'
import { type Average, DEFAULT_PARAMS, type Metric, type Params } from '../metric.ts'
import { seeded } from '../testing.ts'
import { CLASSIFICATION_METRICS } from './index.ts'

const N = 50
const CLASSES = ['a', 'b', 'c', 'd']
const codes = (next: () => number, k: number) => Uint8Array.from({ length: N }, () => Math.floor(next() * k))

/** Labels of four classes, 'b' the positive one. */
function labels(seed: number): Labels {
  const next = seeded(seed)
  const truth = codes(next, CLASSES.length)
  const predicted = truth.map((t) => (next() < 0.4 ? Math.floor(next() * CLASSES.length) : t))
  return { n: N, truth, predicted, classes: CLASSES, positive: 1, weights: null }
}

/** Scores of two classes, rounded so that many are equal, or rows of class probabilities. */
function probabilities(seed: number, columns: number): Probabilities {
  const next = seeded(seed)
  const values = Float64Array.from({ length: N * columns }, () => (columns === 1 ? Math.ceil(next() * 9) / 10 : 0.05 + 0.9 * next()))
  const positive = columns === 1 ? 1 : -1
  return { n: N, truth: codes(next, columns === 1 ? 2 : columns), classes: columns === 1 ? [0, 1] : CLASSES, positive, columns, values, calibrated: true, weights: null }
}

type Input = Labels | Probabilities
const compute = (metric: Metric, input: Input, params: Params) => metric.compute(input as never, params) as number

/** n times the central difference of the value by the weight of one row. */
function slope(metric: Metric, input: Input, params: Params, row: number): number {
  const h = 1e-5
  const at = (weight: number) => compute(metric, { ...input, weights: new Float64Array(N).fill(1).fill(weight, row, row + 1) }, params)
  return (N * (at(1 + h) - at(1 - h))) / (2 * h)
}

function expectSlopes(metric: Metric, input: Input, params: Params): void {
  const influence = metric.influence!(input as never, params)!
  expect(influence.length).toBe(N)
  expect(Math.abs(influence.reduce((a, b) => a + b, 0))).toBeLessThan(1e-9)
  for (let row = 0; row < N; row++) expect(Math.abs(influence[row]! - slope(metric, input, params, row)), `${metric.id} row ${row}`).toBeLessThan(1e-6)
}

const withInfluence = [...CLASSIFICATION_METRICS, ...CALIBRATION_METRICS].filter((metric) => metric.influence)
const labelMetrics = withInfluence.filter((metric) => metric.input === 'labels')
const scoreMetrics = withInfluence.filter((metric) => metric.input === 'probabilities' && metric.influenceName !== 'delong')

describe.each(labelMetrics.map((metric) => [metric.id, metric] as const))('the influence values of %s', (_, metric) => {
  it.each(['binary', 'macro', 'micro', 'weighted'] satisfies Average[])('are the derivatives by the row weights (%s)', (average) => {
    expectSlopes(metric, labels(7), { ...DEFAULT_PARAMS, average })
    expectSlopes(metric, labels(8), { ...DEFAULT_PARAMS, average })
  })
})

describe.each(scoreMetrics.map((metric) => [metric.id, metric] as const))('the influence values of %s', (id, metric) => {
  it('are the derivatives by the row weights', () => {
    expectSlopes(metric, probabilities(9, 1), { ...DEFAULT_PARAMS, topK: 1 })
    if (id !== 'average_precision') expectSlopes(metric, probabilities(10, 4), { ...DEFAULT_PARAMS, topK: 2 })
  })
})

it('there are none for weighted rows', () => {
  const weights = new Float64Array(N).fill(2)
  for (const metric of withInfluence) {
    const input = metric.input === 'labels' ? labels(1) : probabilities(1, 1)
    expect(metric.influence!({ ...input, weights } as never, DEFAULT_PARAMS), metric.id).toBeUndefined()
  }
})

it('roc_auc of many classes has influence values near the derivatives, each side scaled as DeLong does', () => {
  const metric = CLASSIFICATION_METRICS.find(({ id }) => id === 'roc_auc')!
  const input = probabilities(11, 4)
  const influence = metric.influence!(input as never, DEFAULT_PARAMS)!
  for (let row = 0; row < N; row++) expect(Math.abs(influence[row]! - slope(metric, input, DEFAULT_PARAMS, row))).toBeLessThan(0.1)
})
