import { expect, it } from 'vitest'
import { CALIBRATION_METRICS } from '../calibration/index.ts'
import type { Probabilities } from '../inputs.ts'
import { DEFAULT_PARAMS } from '../metric.ts'
import { inputFromJson, seeded } from '../testing.ts'
import { distinctRows } from './distinct-rows.ts'

const ROWS = 5000
const next = seeded(11)
const truth = Array.from({ length: ROWS }, () => (next() < 0.4 ? 1 : 0))
const scored = (make: () => number) => inputFromJson('probabilities', { truth, values: truth.map(make) })
const rounded = scored(() => Math.round(next() * 1000) / 1000)

it.each(CALIBRATION_METRICS.map((metric) => [metric.id, metric] as const))('%s of distinct rows is that of all rows', (_, metric) => {
  const oneByOne: Probabilities = { ...rounded, weights: new Float64Array(ROWS).fill(1) }
  expect(metric.compute(rounded, DEFAULT_PARAMS)).toBeCloseTo(metric.compute(oneByOne, DEFAULT_PARAMS) as number, 13)
})

it('keeps the number of rows as the total weight', () => {
  const { n, weights } = distinctRows(rounded)!
  expect(n).toBeLessThanOrEqual(2002)
  expect(weights!.reduce((a, b) => a + b)).toBe(ROWS)
})

it('leaves rows alone that all differ', () => {
  expect(distinctRows(scored(() => next()))).toBeUndefined()
})
