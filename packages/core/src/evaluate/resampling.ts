import type { Metric } from '../metrics/index.ts'
import { bcaBounds, countResamples, createRandom, forEachResample, zeros } from '../stats/index.ts'
import { dataOf, type Evaluator, evaluatorOf, type Frame } from './frame.ts'
import type { RunInput } from './run-input.ts'

/** Exact enumeration of the bootstrap is used up to this many distinct resamples. */
const ENUMERATION_LIMIT = 4000

/** Bootstrap replicates and leave-one-out values of one metric of one model. */
export interface Replicates {
  /** NaN where the resample leaves the metric undefined. */
  readonly values: Float64Array
  /** Probability of each replicate when all were enumerated. */
  readonly weights: Float64Array | undefined
  /** The value without one row of each distinct kind, and how many rows there are of each. */
  readonly jackknife: Float64Array
  readonly jackknifeCounts: Float64Array
}

/** Metric id to model id to replicates. All models see the same resamples, so differences of replicates are paired. */
export type ReplicateTable = ReadonlyMap<string, ReadonlyMap<string, Replicates>>

/** Resamples the rows of a frame for metrics that read one kind of input. */
export function replicateTable(frame: Frame, metrics: readonly Metric[], input: RunInput, resamples: number): ReplicateTable {
  const models = input.models.filter((model) => dataOf(metrics[0]!, model) !== undefined)
  const evaluators = models.map((model) => evaluatorOf(metrics, dataOf(metrics[0]!, model)!, frame.rows, input.params))
  const options = { resamples, random: createRandom(input.confidence?.seed ?? 0), limit: ENUMERATION_LIMIT }
  const size = countResamples(frame.counts, options)
  const tables = models.map(() => columns(metrics.length, size))
  const probabilities = zeros(size)
  const out = zeros(metrics.length)
  let index = 0
  const { exact } = forEachResample(frame.counts, options, (counts, probability) => {
    for (let model = 0; model < models.length; model++) {
      evaluators[model]!(counts, out)
      for (let m = 0; m < metrics.length; m++) tables[model]![m]![index] = out[m]!
    }
    probabilities[index++] = probability
  })
  const weights = exact ? probabilities : undefined
  const jackknives = evaluators.map((evaluate) => jackknife(frame, evaluate, metrics.length))
  const replicates = (m: number, model: number): Replicates => ({ values: tables[model]![m]!, weights, jackknife: jackknives[model]![m]!, jackknifeCounts: frame.counts })
  return new Map(metrics.map(({ id }, m) => [id, new Map(models.map((model, i) => [model.id, replicates(m, i)]))]))
}

/** Columns of one block: an array of its own costs more than the values of a small one. */
function columns(count: number, size: number): Float64Array[] {
  const block = zeros(count * size)
  const views: Float64Array[] = []
  for (let from = 0; from < block.length; from += size) views.push(block.subarray(from, from + size))
  return views
}

function jackknife({ counts }: Frame, evaluate: Evaluator, metrics: number): Float64Array[] {
  const all = columns(metrics, counts.length)
  const out = zeros(metrics)
  const without = Float64Array.from(counts)
  for (let unit = 0; unit < counts.length; unit++) {
    without[unit]!--
    evaluate(without, out)
    without[unit]!++
    for (let m = 0; m < metrics; m++) all[m]![unit] = out[m]!
  }
  return all
}

/** Replicates of the difference of two models. */
export function differenceOf(a: Replicates, b: Replicates): Replicates {
  return { values: minus(a.values, b.values), weights: a.weights, jackknife: minus(a.jackknife, b.jackknife), jackknifeCounts: a.jackknifeCounts }
}

function minus(x: Float64Array, y: Float64Array): Float64Array {
  const difference = zeros(x.length)
  for (let i = 0; i < x.length; i++) difference[i] = x[i]! - y[i]!
  return difference
}

/** Bootstrap interval of replicates; undefined when fewer than half of the resamples have a value. */
export function bootstrapBounds(replicates: Replicates, estimate: number, level: number) {
  const { values, weights, jackknife, jackknifeCounts } = replicates
  if (definedShare(replicates) < 0.5) return undefined
  if (isConstant(values, estimate)) return { lower: estimate, upper: estimate, method: 'bootstrap_percentile' as const }
  const { lower, upper, method } = bcaBounds({ estimate, replicates: values, ...(weights && { weights }), jackknife, jackknifeCounts, level })
  // A maximum over bins is biased under resampling, so that the bounds may miss the value itself.
  return { lower: Math.min(lower, estimate), upper: Math.max(upper, estimate), method }
}

/** Nothing to correct where every resample gives the same value. */
function isConstant(values: Float64Array, value: number): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== value && !Number.isNaN(values[i]!)) return false
  return true
}

function definedShare({ values, weights }: Replicates): number {
  let defined = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) defined += weights?.[i] ?? 1 / values.length
  return defined
}

/** Standard deviation of the replicates that have a value. */
export function bootstrapStandardError({ values, weights }: Replicates): number {
  let total = 0
  let mean = 0
  let squares = 0
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue
    const weight = weights?.[i] ?? 1
    total += weight
    const step = values[i]! - mean
    mean += (weight / total) * step
    squares += weight * step * (values[i]! - mean)
  }
  return Math.sqrt(squares / total)
}
