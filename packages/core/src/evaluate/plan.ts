import type { Metric } from '../metrics/index.ts'
import type { ConfidenceOptions, RunInput } from './run-input.ts'

/** Above this many rows intervals come from influence values instead of resampling, unless a bootstrap is asked for. */
export const RESAMPLED_ROWS = 1000
/** Rows x models x metrics x resamples that are worth waiting for: about half a second, or some seconds when asked for. */
const AUTO_WORK = 5e7
const ASKED_WORK = 1e9
/** Fewer resamples make a BCa interval wobble. */
const MIN_RESAMPLES = 1999
/** Standard errors are read off at most this many rows: their own error is then below 1 %. */
export const INFLUENCE_ROWS = 65_536

/** How uncertainty is estimated for a run. */
export interface Plan {
  readonly resample: boolean
  readonly resamples: number
  /** Resamples of each randomisation test. */
  readonly shuffles: number
}

/** Chooses by size: resampling where it is cheap, closed forms where it is not. */
export function planOf({ n, models, confidence }: RunInput, metrics: readonly Metric[], pairs: number): Plan {
  const values = n * models.length * metrics.length
  const resamples = affordable(n, values, confidence)
  const shuffles = Math.floor(AUTO_WORK / (2 * n * Math.max(1, pairs) * metrics.length))
  return { resample: resamples > 0, resamples, shuffles: Math.max(MIN_RESAMPLES, Math.min(confidence?.resamples ?? MIN_RESAMPLES, shuffles)) }
}

/** As many resamples as asked for, fewer when they would take long, none when even the fewest would. */
function affordable(n: number, values: number, confidence: ConfidenceOptions | undefined): number {
  if (!confidence || confidence.method === 'analytic') return 0
  if (confidence.method === 'bootstrap') return values * confidence.resamples <= ASKED_WORK ? confidence.resamples : 0
  if (n > RESAMPLED_ROWS) return 0
  const most = Math.floor(AUTO_WORK / values)
  return most >= MIN_RESAMPLES ? Math.min(confidence.resamples, most) : 0
}
