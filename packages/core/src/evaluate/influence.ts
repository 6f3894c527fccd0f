import type { InputKind, Inputs, Metric } from '../metrics/index.ts'
import { createRandom, variance, varianceOfDifference } from '../stats/index.ts'
import { dataOf } from './frame.ts'
import { influenceRows } from './plan.ts'
import { takeRows } from './rows.ts'
import type { ModelInput, RunInput } from './run-input.ts'

/** One row drawn from each of `count` equal stretches. */
function sampledRows({ n, confidence }: RunInput, count: number): Uint32Array {
  const random = createRandom(confidence?.seed ?? 0)
  return Uint32Array.from({ length: count }, (_, i) => Math.min(n - 1, Math.floor(((i + random.next()) * n) / count)))
}

/** The data of each model at the rows standard errors are read off, taken once however many metrics ask. */
export type InfluenceSample = (metric: Metric, model: ModelInput) => Inputs[InputKind] | undefined

export function influenceSample(input: RunInput): InfluenceSample {
  const count = influenceRows(input.n)
  if (count === input.n) return dataOf
  const rows = sampledRows(input, count)
  const taken = new Map<Inputs[InputKind], Inputs[InputKind]>()
  return (metric, model) => {
    const data = dataOf(metric, model)
    if (data === undefined) return data
    if (!taken.has(data)) taken.set(data, takeRows(metric.input, data, rows))
    return taken.get(data)
  }
}

/** Influence values of one metric by model. Models without data, and metrics without influence, are absent. */
export function influences(metric: Metric, input: RunInput, sample: InfluenceSample): ReadonlyMap<string, Float64Array> {
  const all = new Map<string, Float64Array>()
  if (!metric.influence || input.weights !== null) return all
  for (const model of input.models) {
    const data = sample(metric, model)
    const values = data === undefined ? undefined : metric.influence(data, input.params)
    if (values) all.set(model.id, values)
  }
  return all
}

/** Standard error of a value over n rows from influence values of a sample of them. */
export const standardErrorOf = (influence: Float64Array, n: number): number => Math.sqrt(variance(influence) / n)

/** Standard error of a paired difference over n rows. */
export function pairedStandardError(a: Float64Array, b: Float64Array, n: number): number {
  return Math.sqrt(varianceOfDifference(a, b) / n)
}
