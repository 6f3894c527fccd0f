import { mean } from '../../stats/index.ts'
import { type CalibrationPoint, type Coverage, calibrationCurve, coverageOf } from './coverage.ts'
import { type DayTrend, type DriftVerdict, driftOf, trendByDay } from './drift.ts'
import { measurementsOf } from './measured-errors.ts'
import { type MetricSummary, summarise } from './metric-summary.ts'
import { opportunities } from './opportunities.ts'
import { accuracyOf, isComparablePair, PREDICTED_METRICS, type PredictedMetric, type PredictionPair, relativeError } from './pairs.ts'

/** Errors of the pairs that share a platform, family or provenance. */
export interface GroupSummary {
  /** Pairs: each measurement has one for every figure that it shares with its prediction. */
  readonly count: number
  /** Measurements that the pairs come from. */
  readonly measurements: number
  readonly mean_relative_error: number
  readonly coverage: number | null
}

/** The totals over all metrics. The first three names are the wire's; the rest is ours. */
export interface OverallSummary {
  /** Pairs: each measurement has one for every figure that it shares with its prediction. */
  readonly count: number
  /** Measurements that the pairs come from. */
  readonly measurements: number
  readonly metrics: readonly PredictedMetric[]
  readonly overall_mean_relative_error: number
  /** The same as `count`: pairs over all metrics. */
  readonly total_count: number
  /** Mean and median of 100 x (1 - relative error), not below 0. */
  readonly average_accuracy: number
  readonly median_accuracy: number
  /** Pairs by accuracy: excellent from 95, good from 85, acceptable from 70, poor below. */
  readonly accuracy_distribution: Readonly<Record<'excellent' | 'good' | 'acceptable' | 'poor', number>>
  readonly coverage: Coverage | null
  readonly calibration_curve: readonly CalibrationPoint[]
  readonly by_hardware: Readonly<Record<string, GroupSummary>>
  readonly by_model_family: Readonly<Record<string, GroupSummary>>
  readonly by_provenance: Readonly<Record<string, GroupSummary>>
  readonly trend: readonly DayTrend[]
  readonly drift: DriftVerdict
  readonly improvement_opportunities: readonly string[]
  /** Pairs that are not counted, since nothing is learned from their figures or no machine can have them; absent when there are none. */
  readonly left_out?: number
}

export type Analysis = Readonly<Partial<Record<PredictedMetric, MetricSummary>>> & { readonly overall?: OverallSummary }

/**
 * How good predictions were: error statistics by metric, and coverage, calibration, groups, trend, drift and advice over all. No pairs that can be compared: an empty object.
 *
 * @example analyzePredictions([{ metric: 'latency', predicted: 9, actual: 10, platform: 'cuda', modelFamily: 'embedding', provenance: 'learned', recordedAt }]).latency?.bias // -1
 */
export function analyzePredictions(all: readonly PredictionPair[]): Analysis {
  const pairs = all.filter(isComparablePair)
  if (pairs.length === 0) return {}
  const present = PREDICTED_METRICS.filter((metric) => pairs.some((pair) => pair.metric === metric))
  const summaries = present.map((metric) => [metric, summarise(pairs.filter((pair) => pair.metric === metric))] as const)
  return { ...Object.fromEntries(summaries), overall: { ...overall(pairs, present), ...(pairs.length < all.length && { left_out: all.length - pairs.length }) } }
}

function overall(pairs: readonly PredictionPair[], metrics: readonly PredictedMetric[]): OverallSummary {
  const accuracies = Float64Array.from(pairs, accuracyOf).sort()
  const coverage = coverageOf(pairs)
  const drift = driftOf(pairs)
  return {
    count: pairs.length,
    measurements: measurementsOf(pairs),
    metrics,
    overall_mean_relative_error: meanRelativeError(pairs),
    total_count: pairs.length,
    average_accuracy: mean(accuracies),
    median_accuracy: median(accuracies),
    accuracy_distribution: distribution(accuracies),
    coverage,
    calibration_curve: calibrationCurve(pairs),
    by_hardware: grouped(pairs, ({ platform }) => platform),
    by_model_family: grouped(pairs, ({ modelFamily }) => modelFamily),
    by_provenance: grouped(pairs, ({ provenance }) => provenance),
    trend: trendByDay(pairs),
    drift,
    improvement_opportunities: opportunities(pairs, coverage, drift),
  }
}

const median = (sorted: Float64Array): number => ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2

function meanRelativeError(pairs: readonly PredictionPair[]): number {
  const errors = pairs.map(relativeError).filter((error) => error !== null)
  return errors.length === 0 ? 0 : mean(errors)
}

function distribution(accuracies: Float64Array): OverallSummary['accuracy_distribution'] {
  const from = (low: number, high: number) => accuracies.filter((accuracy) => accuracy >= low && accuracy < high).length
  return { excellent: from(95, Number.POSITIVE_INFINITY), good: from(85, 95), acceptable: from(70, 85), poor: from(Number.NEGATIVE_INFINITY, 70) }
}

const grouped = (pairs: readonly PredictionPair[], key: (pair: PredictionPair) => string): Readonly<Record<string, GroupSummary>> =>
  Object.fromEntries(
    [...Map.groupBy(pairs, key)].map(([name, own]) => [
      name,
      { count: own.length, measurements: measurementsOf(own), mean_relative_error: meanRelativeError(own), coverage: coverageOf(own)?.actual ?? null },
    ]),
  )
