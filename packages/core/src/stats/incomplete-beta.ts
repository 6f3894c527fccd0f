import { continuedFraction } from './continued-fraction.ts'
import { deviance, stirlingError } from './stirling.ts'

/**
 * Regularised incomplete beta function I_x(a, b), the distribution function of Beta(a, b); a, b > 0.
 * `complement` is 1 - x, for callers who know it more precisely than the subtraction does.
 *
 * @example incompleteBeta(2, 3, 0.5) // 0.6875
 */
export function incompleteBeta(a: number, b: number, x: number, complement = 1 - x): number {
  if (Number.isNaN(x)) return Number.NaN
  if (x <= 0) return 0
  if (complement <= 0) return 1
  return x <= (a + 1) / (a + b + 2) ? lowerTail(a, b, x, complement) : 1 - lowerTail(b, a, complement, x)
}

/** Density of Beta(a, b) times x (1 - x): x^a (1 - x)^b / B(a, b). */
export function betaKernel(a: number, b: number, x: number, complement = 1 - x): number {
  const n = a + b
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * complement)
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n))
}

function lowerTail(a: number, b: number, x: number, complement: number): number {
  const kernel = betaKernel(a, b, x, complement)
  if (kernel === 0) return 0
  const fraction = continuedFraction(1, (k, into) => {
    const m = k >> 1
    into.denominator = 1
    into.numerator = k % 2 === 0 ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
  })
  return kernel / (a * fraction)
}
