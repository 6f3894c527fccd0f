import type { Recipe } from './recipe.ts'
import type { Support } from './support.ts'
import type { TreesJson } from './trees-json.ts'

export const CORRECTION_FORMAT = 'benchcast-correction-1'

/**
 * A correction of a prior's estimate, learnt from measurements: plain JSON data. log(throughput) = log(prior) + support x (sum of the trees, held inside `range`).
 * It is also the format in which somebody brings a predictor of their own along; then `rows`, `stretch` and `seed` may be empty or 0.
 */
export interface TrainedCorrection {
  readonly format: typeof CORRECTION_FORMAT
  /** Version of the prior it corrects; it means nothing on another. */
  readonly priorVersion: string
  /** When it was made, ISO 8601, as the caller says. */
  readonly madeAt: string
  readonly seed: number
  readonly recipe: Recipe
  /** Names of what the trees look at, in order. */
  readonly features: readonly string[]
  /** Words of the features that are words. */
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly trees: TreesJson
  /** Logarithms the correction stays between. */
  readonly range: readonly [low: number, high: number]
  readonly support: Support
  /** Quantiles (evenly spaced levels from 0 to 1) of |log error| / half-width of the interval, of rows that were held out; empty when unknown. */
  readonly stretch: readonly number[]
  readonly counts: RowCounts
  /** Names of the training configurations: 32-bit hashes in base64. */
  readonly rows: string
  /** One hash of them all, in hexadecimal. */
  readonly rowsHash: string
}

/** What a correction was trained on. */
export interface RowCounts {
  readonly measurements: number
  readonly configurations: number
  /** Pairs of model and device. */
  readonly pairs: number
  readonly devices: number
}
