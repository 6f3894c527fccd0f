import { mean, studentTCdf, variance } from '../../stats/index.ts'
import type { PredictionPair } from './pairs.ts'
import { percent } from './percent.ts'

/** Errors of one day. */
export interface DayTrend {
  /** UTC date, `2026-11-22`. */
  readonly day: string
  readonly count: number
  readonly mean_relative_error: number
  /** Mean of predicted / actual - 1: positive when predictions were too high. */
  readonly mean_signed_error: number
}

/** Whether predictions have become better or worse over time. */
export interface DriftVerdict {
  readonly verdict: 'stable' | 'drifting' | 'not_enough_data'
  /** Welch's t-test of log(actual / predicted), earlier half against later half; null without enough data. */
  readonly p_value: number | null
  /** Change of the median-like mean of actual / predicted from the earlier half to the later: 0.1 means measurements came out 10 % higher than before, at equal predictions. */
  readonly change: number | null
  readonly explanation: string
}

const comparable = (pairs: readonly PredictionPair[]) => pairs.filter(({ predicted, actual }) => predicted > 0 && actual > 0)

/** Errors by UTC day of the measurement, oldest first. */
export function trendByDay(pairs: readonly PredictionPair[]): readonly DayTrend[] {
  const days = Map.groupBy(comparable(pairs), ({ recordedAt }) => recordedAt.slice(0, 10))
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => {
      const signed = own.map(({ predicted, actual }) => predicted / actual - 1)
      return { day, count: own.length, mean_relative_error: mean(signed.map(Math.abs)), mean_signed_error: mean(signed) }
    })
}

/** Fewer pairs than this can't show a drift. */
const ENOUGH = 20
const ALPHA = 0.01

/**
 * Tests whether log(actual / predicted) has moved between the earlier and the later half of the measurements (Welch's t-test at 1 %): a new driver, a throttled machine, a changed runtime.
 */
export function driftOf(pairs: readonly PredictionPair[]): DriftVerdict {
  const ratios = comparable(pairs)
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .map(({ predicted, actual }) => Math.log(actual / predicted))
  if (ratios.length < ENOUGH)
    return { verdict: 'not_enough_data', p_value: null, change: null, explanation: `Drift shows from ${ENOUGH} measurements with predictions on; there are ${ratios.length}.` }
  const half = Math.floor(ratios.length / 2)
  const [earlier, later] = [ratios.slice(0, half), ratios.slice(half)]
  const change = Math.expm1(mean(later) - mean(earlier))
  const pValue = welch(earlier, later)
  if (pValue >= ALPHA) return { verdict: 'stable', p_value: pValue, change, explanation: 'Predictions fit later measurements as well as earlier ones.' }
  const way = `${percent(Math.abs(change), 1)} ${change > 0 ? 'higher' : 'lower'}`
  return {
    verdict: 'drifting',
    p_value: pValue,
    change,
    explanation: `Later measurements are ${way} against their predictions than earlier ones: look for a change of driver, runtime, power mode or load, then train again.`,
  }
}

function welch(a: readonly number[], b: readonly number[]): number {
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length]
  const difference = mean(b) - mean(a)
  if (va + vb === 0) return difference === 0 ? 1 : 0
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  return 2 * studentTCdf(-Math.abs(difference) / Math.sqrt(va + vb), df)
}
