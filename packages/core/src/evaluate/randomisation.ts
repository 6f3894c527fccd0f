import type { InputKind, Inputs, Metric, Params } from '../metrics/index.ts'
import { createRandom, type Random } from '../stats/index.ts'
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
 * Paired randomisation test: were the two models the same, any row's predictions could be swapped. Compares the real difference of the metric
 * with those of all swaps (when few rows differ) or of `shuffles` random ones, p = (hits + 1) / (shuffles + 1).
 * Source: Yeh 2000, "More accurate tests for the statistical significance of result differences".
 */
export function randomisationTest(metric: Metric, a: Inputs[InputKind], b: Inputs[InputKind], frame: Frame, params: Params, shuffles: number, seed: number): RandomisationTest | undefined {
  const { counts, rows } = frame
  const swappable = counts.map((count, unit) => (predictionsDiffer(metric.input, a, b, rows[unit]!) ? count : 0))
  const evaluate = evaluatorOf(
    [metric],
    stack(metric.input, a, b, rows),
    Uint32Array.from({ length: 2 * rows.length }, (_, i) => i),
    params,
  )
  const difference = swapper(evaluate, counts)
  const real = Math.abs(difference(new Float64Array(counts.length)))
  if (Number.isNaN(real)) return undefined
  const atLeast = (value: number) => Math.abs(value) >= real * (1 - ROUNDING) - ROUNDING
  const exact = enumerateSwaps(swappable)
  if (exact) return { test: 'exact_randomisation', pValue: exactP(exact, difference, atLeast) }
  return { test: 'approximate_randomisation', pValue: approximateP(swappable, difference, atLeast, shuffles, createRandom(seed)) }
}

/** The difference of the metric after `swapped` rows of each unit changed sides; rows that leave it undefined count as no difference. */
function swapper(evaluate: Evaluator, counts: Float64Array): (swapped: Float64Array) => number {
  const units = counts.length
  const weights = new Float64Array(2 * units)
  const out = new Float64Array(1)
  const side = (swapped: Float64Array, first: boolean): number => {
    for (let u = 0; u < units; u++) {
      weights[u] = first ? counts[u]! - swapped[u]! : swapped[u]!
      weights[units + u] = counts[u]! - weights[u]!
    }
    evaluate(weights, out)
    return out[0]!
  }
  return (swapped) => side(swapped, true) - side(swapped, false)
}

interface Swaps {
  readonly swapped: Float64Array
  readonly probability: number
}

/** Every number of swaps in every unit, with its binomial probability; undefined when there are too many. */
function enumerateSwaps(swappable: Float64Array): Swaps[] | undefined {
  if (swappable.reduce((product, count) => product * (count + 1), 1) > EXACT_LIMIT) return undefined
  let all: Swaps[] = [{ swapped: new Float64Array(swappable.length), probability: 1 }]
  swappable.forEach((count, unit) => {
    all = all.flatMap(({ swapped, probability }) => Array.from({ length: count + 1 }, (_, k) => ({ swapped: swapped.with(unit, k), probability: probability * choose(count, k) * 0.5 ** count })))
  })
  return all
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

function exactP(all: readonly Swaps[], difference: (swapped: Float64Array) => number, atLeast: (value: number) => boolean): number {
  return Math.min(
    1,
    all.reduce((p, { swapped, probability }) => p + (atLeast(difference(swapped)) ? probability : 0), 0),
  )
}

function approximateP(swappable: Float64Array, difference: (swapped: Float64Array) => number, atLeast: (value: number) => boolean, shuffles: number, random: Random): number {
  const swapped = new Float64Array(swappable.length)
  let hits = 0
  for (let s = 0; s < shuffles; s++) {
    for (let u = 0; u < swapped.length; u++) swapped[u] = coinFlips(swappable[u]!, random)
    if (atLeast(difference(swapped))) hits++
  }
  return (hits + 1) / (shuffles + 1)
}

/** Heads among `count` fair coins. */
function coinFlips(count: number, random: Random): number {
  let heads = 0
  for (let i = 0; i < count; i++) heads += random.integer(2)
  return heads
}
