import { accuracyOf, PREDICTED_METRICS, type PredictedMetric, relativeError } from './pairs.ts'

/** The figures of one prediction or one measurement; what is unknown is left out. */
export type Figures = Readonly<Partial<Record<PredictedMetric, number>>>

/** The error of one figure, in the wire's names. */
export interface PredictionError {
  readonly metric: PredictedMetric
  readonly predicted_value: number
  readonly actual_value: number
  readonly absolute_error: number
  /** null when the actual value is 0. */
  readonly relative_error: number | null
}

/**
 * Compares a measurement with its prediction, figure by figure, for the metrics both have; `accuracy` is the mean of 100 x (1 - relative error), not below 0.
 * Null when they share no metric.
 *
 * @example errorsOf({ throughput: 90 }, { throughput: 100 })?.accuracy // 90
 */
export function errorsOf(predicted: Figures, actual: Figures): { readonly errors: readonly PredictionError[]; readonly accuracy: number } | null {
  const shared = PREDICTED_METRICS.flatMap((metric) => {
    const pair = { metric, predicted: predicted[metric], actual: actual[metric] }
    return pair.predicted === undefined || pair.actual === undefined ? [] : [{ metric, predicted: pair.predicted, actual: pair.actual }]
  })
  if (shared.length === 0) return null
  const errors = shared.map((pair) => ({
    metric: pair.metric,
    predicted_value: pair.predicted,
    actual_value: pair.actual,
    absolute_error: Math.abs(pair.predicted - pair.actual),
    relative_error: relativeError(pair),
  }))
  return { errors, accuracy: shared.reduce((sum, pair) => sum + accuracyOf(pair), 0) / shared.length }
}
