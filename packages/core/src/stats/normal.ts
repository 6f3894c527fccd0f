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
  if (Number.isNaN(x)) return x
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
  [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227],
  [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854],
] as const
const SHOULDER = [
  [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414],
  [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9],
] as const
const TAIL = [
  [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7],
  [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15],
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
