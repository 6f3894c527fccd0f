import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DEFAULT_PARAMS } from '../metric.ts'
import { inputFromJson } from '../testing.ts'
import { rocAuc } from './roc-auc.ts'

interface DelongCase {
  readonly name: string
  readonly truth: number[]
  readonly a: number[]
  readonly b: number[]
  readonly variance_a: number
  readonly variance_b: number
  readonly covariance: number
}
const cases: DelongCase[] = JSON.parse(readFileSync(new URL('../../../testdata/metrics/roc_auc.json', import.meta.url), 'utf8')).delong

const influence = (truth: number[], values: number[]) => rocAuc.influence!(inputFromJson('probabilities', { truth, values }), DEFAULT_PARAMS)!
/** Covariance of two means: the sum of products of deviations over n (n - 1); influence values have mean 0. */
const covariance = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, i) => sum + value * y[i]!, 0) / x.length / (x.length - 1)

it.each(cases.map((c) => [c.name, c] as const))("gives DeLong's variances and covariance: %s", (_, { truth, a, b, variance_a, variance_b, covariance: expected }) => {
  const [ia, ib] = [influence(truth, a), influence(truth, b)]
  expect(covariance(ia, ia)).toBeCloseTo(variance_a, 14)
  expect(covariance(ib, ib)).toBeCloseTo(variance_b, 14)
  expect(covariance(ia, ib)).toBeCloseTo(expected, 14)
})

it('gives the area 0.875 and the variance 1/48 of the known eight rows', () => {
  const [truth, values] = [
    [0, 0, 1, 1, 1, 0, 1, 0],
    [0.1, 0.4, 0.35, 0.8, 0.9, 0.5, 0.6, 0.2],
  ]
  expect(rocAuc.compute(inputFromJson('probabilities', { truth, values }), DEFAULT_PARAMS)).toBe(0.875)
  const values1 = influence(truth, values)
  expect(covariance(values1, values1)).toBeCloseTo(1 / 48, 15)
})

it('gives no influence values where a side has one row, so that no variance is made up', () => {
  expect(rocAuc.influence!(inputFromJson('probabilities', { truth: [0, 0, 1], values: [0.1, 0.2, 0.9] }), DEFAULT_PARAMS)).toBeUndefined()
})
