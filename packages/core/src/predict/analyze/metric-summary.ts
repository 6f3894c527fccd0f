import { mean, variance } from '../../stats/index.ts'
import { type PredictionPair, relativeError } from './pairs.ts'

/** Error statistics of one metric, in the metric's unit (samples/s, ms, MB). The names are the wire's. */
export interface MetricSummary {
  readonly count: number
  readonly mean_absolute_error: number
  /** Mean of |predicted - actual| / |actual| over the pairs whose actual value is not 0; 0 when there is none. */
  readonly mean_relative_error: number
  /** Sample standard deviation of the absolute errors; 0 for one pair. */
  readonly std_absolute_error: number
  readonly min_absolute_error: number
  readonly max_absolute_error: number
  readonly mean_predicted: number
  readonly mean_actual: number
  /** Mean of predicted - actual: positive when predictions are too high. */
  readonly bias: number
  /** 1 - residual sum of squares / total sum of squares; null when the actual values do not vary. */
  readonly r_squared: number | null
}

/** Summarises at least one pair of one metric. */
export function summarise(pairs: readonly PredictionPair[]): MetricSummary {
  const errors = pairs.map(({ predicted, actual }) => Math.abs(predicted - actual))
  const relative = pairs.map(relativeError).filter((error) => error !== null)
  return {
    count: pairs.length,
    mean_absolute_error: mean(errors),
    mean_relative_error: relative.length === 0 ? 0 : mean(relative),
    std_absolute_error: errors.length < 2 ? 0 : Math.sqrt(variance(errors)),
    min_absolute_error: errors.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    max_absolute_error: errors.reduce((a, b) => Math.max(a, b), 0),
    mean_predicted: mean(pairs.map(({ predicted }) => predicted)),
    mean_actual: mean(pairs.map(({ actual }) => actual)),
    bias: mean(pairs.map(({ predicted, actual }) => predicted - actual)),
    r_squared: rSquared(pairs),
  }
}

function rSquared(pairs: readonly PredictionPair[]): number | null {
  const centre = mean(pairs.map(({ actual }) => actual))
  const total = pairs.reduce((sum, { actual }) => sum + (actual - centre) ** 2, 0)
  if (total === 0) return null
  return 1 - pairs.reduce((sum, { predicted, actual }) => sum + (predicted - actual) ** 2, 0) / total
}
