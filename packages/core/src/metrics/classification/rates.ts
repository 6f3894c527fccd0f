import type { Average } from '../metric.ts'
import { type MarginGradient, type Margins, occurring, zeroGradient } from './margins.ts'

/** A ratio per class: `hits * H / (support * S + predicted * P)` of its hits H, support S and predicted P. */
export interface Rate {
  readonly hits: number
  readonly support: number
  readonly predicted: number
}

export const PRECISION: Rate = { hits: 1, support: 0, predicted: 1 }
export const RECALL: Rate = { hits: 1, support: 1, predicted: 0 }
/** Harmonic mean of precision and recall: 2 H / (S + P). */
export const F1: Rate = { hits: 2, support: 1, predicted: 1 }

/** `supported`: the plain mean over the classes that the truth holds. */
export type RateAverage = Average | 'supported'

const denominator = (rate: Rate, m: Margins, c: number) => rate.support * m.support[c]! + rate.predicted * m.predicted[c]!

/** The rate of class `c`, or null when it is 0/0. */
export function rateOf(rate: Rate, m: Margins, c: number): number | null {
  const below = denominator(rate, m, c)
  return below === 0 ? null : (rate.hits * m.hits[c]!) / below
}

/** One number for all classes; a class whose rate is 0/0 counts as 0, as in scikit-learn. `positive` matters for 'binary' only. */
export function averageRate(rate: Rate, m: Margins, average: RateAverage, positive: number): number {
  if (average === 'micro') return microRate(rate, m)
  if (average === 'binary') return rateOf(rate, m, positive) ?? 0
  let sum = 0
  let shares = 0
  for (let c = 0; c < m.support.length; c++) {
    const share = average === 'weighted' ? m.support[c]! : countsIn(m, average, c) ? 1 : 0
    if (share === 0) continue
    sum += share * (rateOf(rate, m, c) ?? 0)
    shares += share
  }
  return sum / shares
}

/** Whether a class is part of the plain mean: it occurs at all, or (supported) in the truth. */
const countsIn = (m: Margins, average: 'macro' | 'supported', c: number): boolean => m.support[c]! > 0 || (average === 'macro' && m.predicted[c]! > 0)

/** Derivatives of {@link averageRate}. The shares of 'weighted' move with the support; all others are constant. */
export function averageRateGradient(rate: Rate, m: Margins, average: RateAverage, positive: number): MarginGradient {
  if (average === 'micro') return microGradient(rate, m)
  const shares = sharesOf(m, average, positive)
  const gradient = zeroGradient(shares.length)
  const mean = average === 'weighted' ? averageRate(rate, m, average, positive) : 0
  for (let c = 0; c < shares.length; c++) {
    const value = rateOf(rate, m, c)
    if (average === 'weighted') gradient.support[c]! += ((value ?? 0) - mean) / m.total
    if (value !== null) addRatio(gradient, rate, c, shares[c]! / denominator(rate, m, c), value)
  }
  return gradient
}

/** d(N / D) = (dN - value dD) / D, where `scale` holds 1 / D. */
function addRatio(gradient: MarginGradient, rate: Rate, c: number, scale: number, value: number): void {
  gradient.hits[c]! += scale * rate.hits
  gradient.support[c]! -= scale * value * rate.support
  gradient.predicted[c]! -= scale * value * rate.predicted
}

/** Each class's part of the average; they sum to 1. */
function sharesOf(m: Margins, average: Exclude<RateAverage, 'micro'>, positive: number): Float64Array {
  if (average === 'binary') return m.support.map((_, c) => (c === positive ? 1 : 0))
  if (average === 'weighted') return m.support.map((s) => s / m.total)
  const counted = average === 'supported' ? m.support : m.support.map((s, c) => s + m.predicted[c]!)
  const classes = occurring(counted)
  return counted.map((s) => (s > 0 ? 1 / classes : 0))
}

function sum(values: Float64Array): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]!
  return total
}

const microDenominator = (rate: Rate, m: Margins) => rate.support * sum(m.support) + rate.predicted * sum(m.predicted)
const microRate = (rate: Rate, m: Margins) => (rate.hits * sum(m.hits)) / microDenominator(rate, m)

function microGradient(rate: Rate, m: Margins): MarginGradient {
  const gradient = zeroGradient(m.hits.length)
  const value = microRate(rate, m)
  for (let c = 0; c < m.hits.length; c++) addRatio(gradient, rate, c, 1 / microDenominator(rate, m), value)
  return gradient
}
