import { continuedFraction } from './continued-fraction.ts'

const SQRT_TWO_PI = 2.5066282746310002

/** Density of the standard normal distribution. */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / SQRT_TWO_PI

/**
 * Distribution function of the standard normal, to full relative precision in the lower tail.
 * Taylor series around 0 (Marsaglia 2004), Laplace's continued fraction in the tails.
 *
 * @example normalCdf(1.96) // 0.9750021048517795
 */
export function normalCdf(x: number): number {
  if (Math.abs(x) < 2.5) return 0.5 + normalDensity(x) * centralSeries(x)
  const tail = Math.abs(x) > 39 ? 0 : normalDensity(x) / laplaceFraction(Math.abs(x))
  return x < 0 ? tail : 1 - tail
}

function centralSeries(x: number): number {
  let sum = x
  let term = x
  for (let k = 3; ; k += 2) {
    term *= (x * x) / k
    const next = sum + term
    if (next === sum) return sum
    sum = next
  }
}

const laplaceFraction = (x: number) =>
  continuedFraction(x, (k, into) => {
    into.numerator = k
    into.denominator = x
  })

/** Numerator and denominator coefficients, constant term first, of algorithm AS 241 (PPND16), Wichura 1988: about 1e-16. */
const CENTRE = [
  [3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727],
  [1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561],
] as const
const SHOULDER = [
  [1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4],
  [1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9],
] as const
const TAIL = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
    2.01033439929228813265e-7,
  ],
  [1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15],
] as const

/**
 * Quantile of the standard normal distribution; ±Infinity at 1 and 0, NaN outside [0, 1].
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q)
  const outer = q < 0 ? p : 1 - p
  if (outer <= 0) return outer < 0 ? Number.NaN : q * Number.POSITIVE_INFINITY
  const r = Math.sqrt(-Math.log(outer))
  return Math.sign(q) * (r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5))
}

function ratio([top, bottom]: readonly [readonly number[], readonly number[]], x: number): number {
  return horner(top, x) / horner(bottom, x)
}

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}
