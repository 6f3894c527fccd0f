import { continuedFraction } from './continued-fraction.ts'
import { deviance, stirlingError } from './stirling.ts'

/**
 * P(X > x) for a chi-square variable with `df` > 0 degrees of freedom.
 *
 * @example chiSquareSurvival(3.841458820694124, 1) // 0.05
 */
export function chiSquareSurvival(x: number, df: number): number {
  if (x <= 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return upperGamma(df / 2, x / 2)
}

/** Regularised upper incomplete gamma function Q(a, x): series below the mean, Legendre's continued fraction above. */
function upperGamma(a: number, x: number): number {
  const kernel = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
  if (x < a + 1) return 1 - kernel * lowerSeries(a, x)
  const fraction = continuedFraction(x + 1 - a, (k, into) => {
    into.numerator = k * (a - k)
    into.denominator = x + 2 * k + 1 - a
  })
  return (kernel * a) / fraction
}

function lowerSeries(a: number, x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; ; k++) {
    term *= x / (a + k)
    const next = sum + term
    if (next === sum) return sum
    sum = next
  }
}
