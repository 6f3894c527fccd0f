import type { Bounds } from './bounds.ts'
import { normalQuantile } from './normal.ts'

/**
 * Wilson's score interval of a binomial share, without continuity correction. No trials: [0, 1].
 * Successes need not be whole (weights), and the bounds never leave [0, 1].
 * Source: E. B. Wilson, JASA 1927; agrees with scipy.stats.binomtest(...).proportion_ci(method='wilson').
 *
 * @example wilson(5, 10, 0.95) // { lower: 0.236593090512564, upper: 0.7634069094874361 }
 */
export function wilson(successes: number, trials: number, level: number): Bounds {
  if (trials <= 0) return { lower: 0, upper: 1 }
  const z = normalQuantile((1 + level) / 2)
  const share = successes / trials
  const centre = successes + (z * z) / 2
  const margin = z * Math.sqrt(trials * share * (1 - share) + (z * z) / 4)
  const scale = trials + z * z
  return {
    lower: successes <= 0 ? 0 : Math.max(0, (centre - margin) / scale),
    upper: successes >= trials ? 1 : Math.min(1, (centre + margin) / scale),
  }
}
