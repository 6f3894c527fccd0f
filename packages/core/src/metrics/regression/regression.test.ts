import { describe, expect, it } from 'vitest'
import { mean, standardErrorOfMean } from '../../stats/index.ts'
import { DEFAULT_PARAMS, METRIC_BY_ID } from '../index.ts'
import type { Numbers } from '../inputs.ts'
import { inputFromJson, sampleJson } from '../testing.ts'
import { REGRESSION_METRICS, residualSummary } from './index.ts'
import { numberSums } from './number-sums.ts'

const numbers = (truth: number[], predicted: number[], weights?: number[]): Numbers => inputFromJson('numbers', { truth, predicted, ...(weights && { weights }) })
const stateOver = (input: Numbers, from: number, to: number) => {
  const state = new Float64Array(numberSums.size(input, DEFAULT_PARAMS))
  numberSums.update(state, input, DEFAULT_PARAMS, from, to)
  return state
}
const additive = REGRESSION_METRICS.filter((metric) => metric.additive?.statistic === (numberSums as unknown))
const valuesOf = (state: Float64Array, input: Numbers) => additive.map((metric) => [metric.id, metric.additive!.value(state, input, DEFAULT_PARAMS)] as const)

describe('the shared sums', () => {
  it.each([
    ['near 0', 0, false],
    ['a billion away from 0', 1e9, false],
    ['with weights, some of them 0', -1e4, true],
  ])('of parts merge into those of the whole: %s', (_name, offset, weighted) => {
    const json = sampleJson('numbers', 300)
    const input = numbers(
      json.truth.map((v, i) => v + offset + i),
      json.predicted.map((v, i) => v + offset + i),
      weighted ? json.truth.map((_, i) => i % 4) : undefined,
    )
    const merged = new Float64Array(numberSums.size(input, DEFAULT_PARAMS))
    for (const [from, to] of [
      [250, 300],
      [0, 0],
      [1, 250],
      [0, 1],
    ] as const)
      numberSums.merge!(merged, stateOver(input, from, to))
    for (const [k, [id, whole]] of valuesOf(stateOver(input, 0, 300), input).entries()) {
      const [, parts] = valuesOf(merged, input)[k]!
      expect(Math.abs((parts as number) / (whole as number) - 1), id).toBeLessThan(1e-11)
    }
  })

  it('knows constant columns across parts', () => {
    const input = numbers([0.1, 0.1, 0.1, 0.2], [1, 2, 3, 4])
    const merged = stateOver(input, 0, 3)
    const r2 = METRIC_BY_ID.get('r2_score')!.additive!
    expect(r2.value(merged, input, DEFAULT_PARAMS)).toBe('constant_truth')
    numberSums.merge!(merged, stateOver(input, 3, 4))
    expect(typeof r2.value(merged, input, DEFAULT_PARAMS)).toBe('number')
  })

  it('keep their digits when the first rows are far from the rest', () => {
    const n = 20_000
    const truth = Array.from({ length: n }, (_, i) => (i < 600 ? 1e6 + (i % 7) : i % 11))
    const input = numbers(
      truth,
      truth.map((t, i) => t + (i % 3) - 1),
    )
    const mean = truth.reduce((a, b) => a + b, 0) / n
    const expected = 1 - truth.reduce((s, _, i) => s + ((i % 3) - 1) ** 2, 0) / truth.reduce((s, t) => s + (t - mean) ** 2, 0)
    expect(Math.abs((METRIC_BY_ID.get('r2_score')!.compute(input, DEFAULT_PARAMS) as number) - expected)).toBeLessThan(1e-14)
  })
})

it('an error too large to be a number is said to be one', () => {
  const input = numbers([1e300, 1, 2], [-1e300, 1, 2])
  expect(METRIC_BY_ID.get('mse')!.compute(input, DEFAULT_PARAMS)).toBe('overflow')
  expect(METRIC_BY_ID.get('mae')!.compute(input, DEFAULT_PARAMS)).toBeCloseTo(2e300 / 3, -290)
})

it("gives scikit-learn's value where we say undefined", () => {
  expect(METRIC_BY_ID.get('r2_score')!.compat).toEqual({ constant_truth: 0, constant_truth_no_error: 1 })
  expect(METRIC_BY_ID.get('explained_variance')!.compat).toEqual({ constant_truth: 0, constant_truth_no_error: 1, lt_2_samples: 1 })
})

it('the intervals of the median and of the rank correlation hold the value', () => {
  const input = inputFromJson('numbers', sampleJson('numbers', 80))
  for (const id of ['median_absolute_error', 'spearman_r']) {
    const metric = METRIC_BY_ID.get(id)!
    const value = metric.compute(input, DEFAULT_PARAMS) as number
    const { lower, upper } = metric.bounds!(input, DEFAULT_PARAMS, 0.95, value)!
    expect(lower < value && value < upper, id).toBe(true)
  }
})

it('the influence on a rank correlation allows for ties, as leaving rows out does', () => {
  const { truth, predicted } = sampleJson('numbers', 500)
  const tied = [truth, predicted].map((column) => column.map((v) => Math.round(v / 2))) as [number[], number[]]
  const metric = METRIC_BY_ID.get('spearman_r')!
  const influence = metric.influence!(numbers(...tied), DEFAULT_PARAMS)!
  const without = tied[0].map((_, i) => metric.compute(numbers(...(tied.map((column) => column.filter((_, j) => j !== i)) as [number[], number[]])), DEFAULT_PARAMS) as number)
  const centre = mean(without)
  const jackknife = Math.sqrt((499 / 500) * without.reduce((s, v) => s + (v - centre) ** 2, 0))
  expect(standardErrorOfMean(influence) / jackknife).toBeCloseTo(1, 1)
})

describe('residualSummary', () => {
  it('gives quantiles, a histogram that counts every row, and the worst rows with the earlier of two equals first', () => {
    const truth = Array.from({ length: 200 }, (_, i) => i)
    const predicted = truth.map((t) => t - (t % 20))
    const { quantiles, histogram, worst } = residualSummary(numbers(truth, predicted))!
    expect(Object.entries(quantiles).map(([name, v]) => [name, v.toFixed(9)])).toEqual(
      Object.entries({ p0: 0, p5: 0.95, p25: 4.75, p50: 9.5, p75: 14.25, p95: 18.05, p100: 19 }).map(([name, v]) => [name, v.toFixed(9)]),
    )
    expect([histogram.counts.length, histogram.edges.length, histogram.edges[0], histogram.edges.at(-1)]).toEqual([15, 16, 0, 19])
    expect(histogram.counts.reduce((a, b) => a + b)).toBe(200)
    expect(worst.map(({ row }) => row)).toEqual([19, 39, 59, 79, 99, 119, 139, 159, 179, 199])
    expect(worst[0]).toEqual({ row: 19, truth: 19, predicted: 0, residual: 19 })
  })

  it('keeps to 40 bins, and to one where all residuals are equal', () => {
    expect(residualSummary(inputFromJson('numbers', sampleJson('numbers', 5000)))!.histogram.counts).toHaveLength(40)
    expect(residualSummary(numbers([1, 2], [1, 2]))!.histogram).toEqual({ edges: [0, 0], counts: [2] })
  })
})
