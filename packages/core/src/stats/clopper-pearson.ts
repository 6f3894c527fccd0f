import { betaQuantile } from './beta-quantile.ts'
import type { Bounds } from './bounds.ts'

/**
 * Clopper and Pearson's exact interval of a binomial share: covers at least `level` at any share. No trials: [0, 1].
 *
 * @example clopperPearson(5, 10, 0.95) // { lower: 0.18708602844739825, upper: 0.8129139715526017 }
 */
export function clopperPearson(successes: number, trials: number, level: number): Bounds {
  const alpha = (1 - level) / 2
  const failures = trials - successes
  return {
    lower: successes <= 0 ? 0 : betaQuantile(successes, failures + 1, alpha),
    upper: failures <= 0 ? 1 : 1 - betaQuantile(failures, successes + 1, alpha),
  }
}
