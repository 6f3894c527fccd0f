import { normalCdf, normalQuantile } from '@benchcast/core/stats'

interface Bounds {
  readonly lower: number
  readonly upper: number
}

/**
 * Two-sided p-value of a value being as far from a limit as it is: the side of its interval that looks at the limit tells the standard error.
 * At most 1 - level exactly when the interval does not hold the limit.
 *
 * @example distancePValue(0.8, 0.9, { lower: 0.75, upper: 0.85 }, 0.95) // 0.000089
 */
export function distancePValue(value: number, limit: number, { lower, upper }: Bounds, level: number): number {
  const half = limit > value ? upper - value : value - lower
  if (value === limit) return 1
  if (!(half > 0)) return 0
  const z = (Math.abs(limit - value) / half) * normalQuantile((1 + level) / 2)
  return 2 * (1 - normalCdf(z))
}
