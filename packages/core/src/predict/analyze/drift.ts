import { mean, studentTCdf, variance } from '../../stats/index.ts'
import { type ErrorKind, hasRatio, type MeasuredError, measuredErrors, measurementsOf } from './measured-errors.ts'
import { type PredictionPair, relativeError } from './pairs.ts'
import { percent } from './percent.ts'
import { winsorised } from './winsorised.ts'

/** Errors of one day. */
export interface DayTrend {
  /** UTC date, `2026-11-22`. */
  readonly day: string
  /** Pairs that have a ratio. */
  readonly count: number
  /** Measurements they come from. */
  readonly measurements: number
  readonly mean_relative_error: number
  /** Mean of predicted / actual - 1, once for each measurement and kind of figure: positive when predictions were too high. Next to throughputs, a latency counts as the speed it means. */
  readonly mean_signed_error: number
}

/** Whether predictions have become better or worse over time. */
export interface DriftVerdict {
  readonly verdict: 'stable' | 'drifting' | 'not_enough_data'
  /**
   * Welch's t-test of log(actual / predicted), earlier half against later half, one figure for each measurement, outliers of each half moved to four standard deviations; null without
   * enough data. Speed (throughput, and latency turned round) and memory are tested apart: the smaller p-value, times the number of tests.
   */
  readonly p_value: number | null
  /** Change of the median-like mean of actual / predicted from the earlier half to the later: 0.1 means measurements came out 10 % higher than before, at equal predictions. Of the kind that moved most surely. */
  readonly change: number | null
  readonly explanation: string
}

/** Errors by UTC day of the measurement, oldest first. */
export function trendByDay(pairs: readonly PredictionPair[]): readonly DayTrend[] {
  const dayOf = ({ recordedAt }: { readonly recordedAt: string }) => recordedAt.slice(0, 10)
  const errors = Map.groupBy(measuredErrors(pairs), dayOf)
  return [...Map.groupBy(pairs.filter(hasRatio), dayOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({
      day,
      count: own.length,
      measurements: measurementsOf(own),
      mean_relative_error: mean(own.map((pair) => relativeError(pair) ?? 1)),
      mean_signed_error: mean((errors.get(day) ?? []).map(({ logRatio }) => Math.expm1(logRatio))),
    }))
}

/** Fewer measurements than this can't show a drift. */
const ENOUGH = 20
const ALPHA = 0.01

/**
 * Tests whether log(actual / predicted) has moved between the earlier and the later half of the measurements (Welch's t-test at 1 %, in which one slip neither hides a move nor makes
 * one): a new driver, a throttled machine, a changed runtime.
 */
export function driftOf(pairs: readonly PredictionPair[]): DriftVerdict {
  const kinds = [...Map.groupBy(measuredErrors(pairs), ({ kind }) => kind)]
  const tests = kinds.filter(([, errors]) => errors.length >= ENOUGH).map(([kind, errors]) => ({ kind, ...moved(errors) }))
  const [surest] = tests.toSorted((a, b) => a.pValue - b.pValue)
  if (surest === undefined) {
    const most = Math.max(0, ...kinds.map(([, errors]) => errors.length))
    return { verdict: 'not_enough_data', p_value: null, change: null, explanation: `Drift shows from ${ENOUGH} measurements with predictions on; there are ${most}.` }
  }
  const { kind, change } = surest
  const pValue = Math.min(1, surest.pValue * tests.length)
  if (pValue >= ALPHA) return { verdict: 'stable', p_value: pValue, change, explanation: 'Predictions fit later measurements as well as earlier ones.' }
  const way = `${percent(Math.abs(change), 1)} ${change > 0 ? 'higher' : 'lower'}`
  return {
    verdict: 'drifting',
    p_value: pValue,
    change,
    explanation: `Later measurements of ${NAMES[kind]} are ${way} against their predictions than earlier ones: look for a change of driver, runtime, power mode or load, then train again.`,
  }
}

const NAMES: Readonly<Record<ErrorKind, string>> = { speed: 'speed (throughput, and latency turned round)', throughput: 'throughput', latency: 'latency', memory: 'memory' }

function moved(errors: readonly MeasuredError[]): { readonly change: number; readonly pValue: number } {
  const ratios = errors.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0)).map(({ logRatio }) => -logRatio)
  const half = Math.floor(ratios.length / 2)
  const [earlier, later] = [winsorised(ratios.slice(0, half)), winsorised(ratios.slice(half))]
  return { change: Math.expm1(mean(later) - mean(earlier)), pValue: welch(earlier, later) }
}

function welch(a: readonly number[], b: readonly number[]): number {
  const [va, vb] = [variance(a) / a.length, variance(b) / b.length]
  const difference = mean(b) - mean(a)
  if (va + vb === 0) return difference === 0 ? 1 : 0
  const df = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  return 2 * studentTCdf(-Math.abs(difference) / Math.sqrt(va + vb), df)
}
