import type { Metric } from '../metrics/index.ts'
import type { RunInput } from './run-input.ts'

/** Above this many rows, or this much work, intervals come from influence values instead of resampling. */
const RESAMPLED_ROWS = 1000
const AUTO_WORK = 2e8
const ASKED_WORK = 2e9
/** Standard errors are read off at most this many rows: their own error is then below 1 %. */
export const INFLUENCE_ROWS = 65_536
const MIN_RESAMPLES = 999

/** How uncertainty is estimated for a run. */
export interface Plan {
  readonly resample: boolean
  readonly resamples: number
  /** Resamples of each randomisation test. */
  readonly shuffles: number
}

/** Chooses by size: resampling where it is cheap, closed forms where it is not. */
export function planOf({ n, models, confidence }: RunInput, metrics: readonly Metric[], pairs: number): Plan {
  const { method, resamples } = confidence ?? { method: 'analytic', resamples: MIN_RESAMPLES }
  const work = n * models.length * metrics.length * resamples
  const resample = method === 'bootstrap' ? work <= ASKED_WORK : method === 'auto' && n <= RESAMPLED_ROWS && work <= AUTO_WORK
  const perShuffle = 4 * n * Math.max(1, pairs) * metrics.length
  return { resample, resamples, shuffles: Math.max(MIN_RESAMPLES, Math.min(resamples, Math.floor(AUTO_WORK / perShuffle))) }
}
