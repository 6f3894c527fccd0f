import type { Metric } from '../metrics/index.ts'
import { createRandom, variance } from '../stats/index.ts'
import { dataOf } from './frame.ts'
import { INFLUENCE_ROWS } from './plan.ts'
import { takeRows } from './rows.ts'
import type { RunInput } from './run-input.ts'

/** The rows standard errors are read off: all of them, or one drawn from each of INFLUENCE_ROWS equal stretches. */
export function influenceRows(input: RunInput): Uint32Array {
  const { n } = input
  const m = Math.min(n, INFLUENCE_ROWS)
  if (m === n) return Uint32Array.from({ length: n }, (_, i) => i)
  const random = createRandom(input.confidence?.seed ?? 0)
  return Uint32Array.from({ length: m }, (_, i) => Math.min(n - 1, Math.floor(((i + random.next()) * n) / m)))
}

/** Influence values of one metric by model, on `rows`. Models without data, and metrics without influence, are absent. */
export function influences(metric: Metric, input: RunInput, rows: Uint32Array): ReadonlyMap<string, Float64Array> {
  const all = new Map<string, Float64Array>()
  if (!metric.influence || input.weights !== null) return all
  for (const model of input.models) {
    const data = dataOf(metric, model, input)
    const values = data === undefined ? undefined : metric.influence(rows.length === input.n ? data : takeRows(metric.input, data, rows), input.params)
    if (values) all.set(model.id, values)
  }
  return all
}

/** Standard error of a value over n rows from influence values of a sample of them. */
export const standardErrorOf = (influence: Float64Array, n: number): number => Math.sqrt(variance(influence) / n)

export const pairedStandardError = (a: Float64Array, b: Float64Array, n: number): number =>
  standardErrorOf(
    a.map((value, i) => value - b[i]!),
    n,
  )
