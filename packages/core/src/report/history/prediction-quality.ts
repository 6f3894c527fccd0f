import { quantile } from '../../stats/index.ts'

/** One prediction with what was measured of it; the interval where it had one. */
export interface PredictedAndMeasured {
  readonly predicted: number
  readonly measured: number
  readonly interval?: readonly [lower: number, upper: number] | undefined
}

export interface PredictionQuality {
  readonly count: number
  /** Median of predicted / measured − 1: above 0 it promises too much. */
  readonly bias: number
  /** Median of |predicted − measured| / measured. */
  readonly medianAbsoluteError: number
  /** Share of intervals that hold what was measured; null when none had an interval. */
  readonly coverage: number | null
  /** Predictions with an interval. */
  readonly intervals: number
}

const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

/**
 * How good predictions were. Pairs whose measured or predicted value is not above 0 are left out; undefined when none is left.
 *
 * @example predictionQuality([{ predicted: 110, measured: 100, interval: [90, 120] }]) // bias 0.1, coverage 1
 */
export function predictionQuality(pairs: readonly PredictedAndMeasured[]): PredictionQuality | undefined {
  const usable = pairs.filter(({ predicted, measured }) => predicted > 0 && measured > 0)
  if (usable.length === 0) return undefined
  const judged = usable.filter(({ interval }) => interval !== undefined)
  const held = judged.filter(({ measured, interval }) => measured >= interval![0] && measured <= interval![1]).length
  return {
    count: usable.length,
    bias: Math.expm1(median(usable.map(({ predicted, measured }) => Math.log(predicted / measured)))),
    medianAbsoluteError: median(usable.map(({ predicted, measured }) => Math.abs(predicted - measured) / measured)),
    coverage: judged.length === 0 ? null : held / judged.length,
    intervals: judged.length,
  }
}
