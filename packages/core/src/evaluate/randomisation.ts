import type { InputKind, Inputs, Metric, Params } from '../metrics/index.ts'
import { createRandom, type Random, zeros } from '../stats/index.ts'
import { type Evaluator, evaluatorOf, type Frame } from './frame.ts'
import { predictionsDiffer, stack } from './rows.ts'

const EXACT_LIMIT = 4096
/** Two-sided: a shuffled difference as large as the real one, up to rounding. */
const ROUNDING = 1e-12

export interface RandomisationTest {
  readonly test: 'exact_randomisation' | 'approximate_randomisation'
  readonly pValue: number
}

/**
 * Paired randomisation tests of several metrics of one input kind: were the two models the same, any row's predictions could be swapped.
 * Compares the real difference of each metric with those of all swaps (when few rows differ) or of `shuffles` random ones,
 * p = (hits + 1) / (shuffles + 1). Source: Yeh 2000, "More accurate tests for the statistical significance of result differences".
 */
export function randomisationTests(
  metrics: readonly Metric[],
  a: Inputs[InputKind],
  b: Inputs[InputKind],
  frame: Frame,
  params: Params,
  options: RandomisationOptions,
): ReadonlyMap<string, RandomisationTest> {
  const { counts, rows } = frame
  const kind = metrics[0]!.input
  const swappable = counts.map((count, unit) => (predictionsDiffer(kind, a, b, rows[unit]!) ? count : 0))
  const evaluate = evaluatorOf(
    metrics,
    stack(kind, a, b, rows),
    Uint32Array.from({ length: 2 * rows.length }, (_, i) => i),
    params,
  )
  const differences = swapper(evaluate, counts, metrics.length)
  const real = Array.from(differences(zeros(counts.length)), Math.abs)
  const hits = zeros(metrics.length)
  const visit: Visit = (swapped, weight) => {
    const shuffled = differences(swapped)
    for (let m = 0; m < hits.length; m++) if (Math.abs(shuffled[m]!) >= real[m]! * (1 - ROUNDING) - ROUNDING) hits[m]! += weight
  }
  const exact = enumerateSwaps(swappable, visit)
  if (!exact) drawSwaps(swappable, visit, options)
  const pValue = (m: number) => (exact ? Math.min(1, hits[m]!) : (hits[m]! + 1) / (options.shuffles + 1))
  return new Map(metrics.flatMap(({ id }, m) => (Number.isNaN(real[m]!) ? [] : [[id, { test: exact ? 'exact_randomisation' : 'approximate_randomisation', pValue: pValue(m) }] as const])))
}

export interface RandomisationOptions {
  readonly shuffles: number
  readonly seed: number
}

type Visit = (swapped: Float64Array, weight: number) => void

/** The differences of the metrics after `swapped` rows of each unit changed sides; NaN where that leaves a metric undefined. The answer is used again. */
function swapper(evaluate: Evaluator, counts: Float64Array, metrics: number): (swapped: Float64Array) => Float64Array {
  const units = counts.length
  const weights = zeros(2 * units)
  const first = zeros(metrics)
  const second = zeros(metrics)
  return (swapped) => {
    for (let u = 0; u < units; u++) {
      weights[u] = counts[u]! - swapped[u]!
      weights[units + u] = swapped[u]!
    }
    evaluate(weights, first)
    for (let u = 0; u < units; u++) {
      weights[u] = swapped[u]!
      weights[units + u] = counts[u]! - swapped[u]!
    }
    evaluate(weights, second)
    for (let m = 0; m < metrics; m++) first[m]! -= second[m]!
    return first
  }
}

/** Visits every number of swaps in every unit with its binomial probability; false when there are too many. */
function enumerateSwaps(swappable: Float64Array, visit: Visit): boolean {
  let ways = 1
  for (const count of swappable) ways *= count + 1
  if (ways > EXACT_LIMIT) return false
  const swapped = zeros(swappable.length)
  const place = (unit: number, probability: number): void => {
    if (unit === swappable.length) visit(swapped, probability)
    for (let k = 0; unit < swappable.length && k <= swappable[unit]!; k++) {
      swapped[unit] = k
      place(unit + 1, probability * choose(swappable[unit]!, k) * 0.5 ** swappable[unit]!)
    }
  }
  place(0, 1)
  return true
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

function drawSwaps(swappable: Float64Array, visit: Visit, { shuffles, seed }: RandomisationOptions): void {
  const random = createRandom(seed)
  const units = Uint32Array.from(swappable.keys()).filter((unit) => swappable[unit]! > 0)
  const swapped = zeros(swappable.length)
  for (let s = 0; s < shuffles; s++) {
    for (const unit of units) swapped[unit] = coinFlips(swappable[unit]!, random)
    visit(swapped, 1)
  }
}

/** Heads among `count` fair coins. */
function coinFlips(count: number, random: Random): number {
  let heads = 0
  for (let i = 0; i < count; i++) heads += random.integer(2)
  return heads
}
