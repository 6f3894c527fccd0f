import { normalQuantile } from './normal.ts'

/**
 * The smallest true difference that a two-sided test at 1 - level finds with probability `power`, when its standard error is as given.
 *
 * @example minimumDetectableEffect(0.01, 0.95) // 0.0280...
 */
export function minimumDetectableEffect(standardError: number, level: number, power = 0.8): number {
  return (normalQuantile((1 + level) / 2) + normalQuantile(power)) * standardError
}
