import { isPossible } from '../../hardware/index.ts'
import type { Provenance } from '../workload.ts'

export const PREDICTED_METRICS = ['throughput', 'latency', 'memory_usage'] as const
export type PredictedMetric = (typeof PREDICTED_METRICS)[number]

/** A prediction of one figure beside the measurement of it. */
export interface PredictionPair {
  readonly metric: PredictedMetric
  /** The measurement it is of: pairs of one measurement share their luck. A pair without is one of its own. */
  readonly measurement?: string
  readonly predicted: number
  readonly actual: number
  /** The prediction's interval, where it had one. */
  readonly lower?: number
  readonly upper?: number
  readonly level?: number
  readonly platform: string
  readonly modelFamily: string
  readonly provenance: Provenance | 'unknown'
  /** When it was measured, ISO 8601. */
  readonly recordedAt: string
  /** Nothing is learned from the actual figure, so that predictions are not judged by it either. */
  readonly isIgnored?: boolean
}

/** Whether both figures can be those of a machine, and of this one. Others were recorded by mistake: sums over them say nothing, or are no numbers at all. */
export const isComparablePair = ({ metric, predicted, actual, isIgnored = false }: PredictionPair): boolean => !isIgnored && isPossible(metric, predicted) && isPossible(metric, actual)

/** |predicted - actual| / |actual|, or null when the actual value is 0 and no ratio exists. */
export const relativeError = ({ predicted, actual }: Pick<PredictionPair, 'predicted' | 'actual'>): number | null => (actual === 0 ? null : Math.abs(predicted - actual) / Math.abs(actual))

/** Accuracy of one pair in percent: 100 for an exact hit, 0 for an error of 100 % or more (also of a prediction for an actual 0 that missed). */
export function accuracyOf(pair: Pick<PredictionPair, 'predicted' | 'actual'>): number {
  const error = relativeError(pair)
  if (error === null) return pair.predicted === 0 ? 100 : 0
  return 100 * Math.max(0, 1 - error)
}
