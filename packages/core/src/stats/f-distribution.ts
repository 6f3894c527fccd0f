import { incompleteBeta } from './incomplete-beta.ts'

/**
 * P(F > f) for Fisher's F with `d1` and `d2` degrees of freedom.
 *
 * @example fSurvival(4.9646, 1, 10) // 0.05000...
 */
export function fSurvival(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1
  if (f === Number.POSITIVE_INFINITY) return 0
  const ratio = (d1 / d2) * f
  return incompleteBeta(d2 / 2, d1 / 2, 1 / (1 + ratio), ratio / (1 + ratio))
}
