import type { Bounds } from './bounds.ts'
import { normalQuantile } from './normal.ts'

/**
 * Interval of a correlation of n pairs by Fisher's z transformation; for Spearman's with the variance of Bonett and Wright (2000).
 * Fewer than four pairs: [-1, 1].
 *
 * @example fisherZ(0.5, 28, 0.95, 'pearson') // { lower: 0.1560..., upper: 0.7357... }
 */
export function fisherZ(r: number, n: number, level: number, kind: 'pearson' | 'spearman'): Bounds {
  if (n < 4) return { lower: -1, upper: 1 }
  const spread = kind === 'spearman' ? 1 + (r * r) / 2 : 1
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(spread / (n - 3))
  return { lower: Math.tanh(Math.atanh(r) - margin), upper: Math.tanh(Math.atanh(r) + margin) }
}
