import type { Metric } from '../metrics/index.ts'
import type { ConfidenceOptions, RunInput } from './run-input.ts'

/** Above this many rows intervals come from influence values instead of resampling, unless a bootstrap is asked for. */
export const RESAMPLED_ROWS = 1000
/** Rows x models x metrics x resamples that are worth waiting for: about half a second, or some seconds when asked for. */
const AUTO_WORK = 5e7
const ASKED_WORK = 1e9
/** The same for swaps, which cost about as much as a resample. */
export const SHUFFLE_WORK = 1e8
/** Fewer resamples make a BCa interval wobble. */
const MIN_RESAMPLES = 1999
/** Up to this many rows standard errors are read off all of them, above off a sample. */
const ALL_INFLUENCE_ROWS = 65_536
/** Their own error is then about half a per cent for influence values near normal, as after 16,384 resamples, and 1 % for a kurtosis of 7. */
const SAMPLED_INFLUENCE_ROWS = 16_384
/** How many of `n` rows standard errors are read off. */
export const influenceRows = (n: number): number => (n <= ALL_INFLUENCE_ROWS ? n : SAMPLED_INFLUENCE_ROWS)

/** How uncertainty is estimated for a run. */
export interface Plan {
  readonly resample: boolean
  readonly resamples: number
  /** Swaps of each randomisation test; 0 when too few could be afforded for any pair to be significant after correction. */
  readonly shuffles: number
}

/** Chooses by size: resampling where it is cheap, closed forms where it is not. */
export function planOf({ n, models, confidence }: RunInput, metrics: readonly Metric[], pairs: number): Plan {
  const resamples = affordable(n, n * models.length * metrics.length, confidence)
  return { resample: resamples > 0, resamples, shuffles: resamples > 0 ? shufflesFor(n, metrics.length, Math.max(1, pairs), confidence!) : 0 }
}

/** As many resamples as asked for; else 9,999, fewer when they would take long, none when even the fewest would. */
function affordable(n: number, values: number, confidence: ConfidenceOptions | undefined): number {
  if (!confidence || confidence.method === 'analytic') return 0
  if (confidence.method === 'auto' && n > RESAMPLED_ROWS) return 0
  const work = confidence.method === 'bootstrap' || confidence.resamplesAsked ? ASKED_WORK : AUTO_WORK
  const most = Math.floor(work / values)
  return most >= Math.min(MIN_RESAMPLES, confidence.resamples) ? Math.min(confidence.resamples, most) : 0
}

/** The smallest p-value is 1 / (shuffles + 1): times the number of pairs it must still be able to fall below 1 - level. */
function shufflesFor(n: number, metrics: number, pairs: number, { level, resamples }: ConfidenceOptions): number {
  const perShuffle = 2 * n * pairs * metrics
  const needed = Math.max(MIN_RESAMPLES, Math.ceil((2 * pairs) / (1 - level)))
  if (needed * perShuffle > SHUFFLE_WORK) return 0
  return Math.max(needed, Math.min(resamples, Math.floor(AUTO_WORK / perShuffle)))
}
