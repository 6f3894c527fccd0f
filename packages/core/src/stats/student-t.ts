import { betaKernel, incompleteBeta } from './incomplete-beta.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { solveIncreasing } from './solve.ts'

/**
 * Distribution function of Student's t with `df` > 0 degrees of freedom (Infinity: the normal).
 *
 * @example studentTCdf(2.228, 10) // 0.97499...
 */
export function studentTCdf(x: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalCdf(x)
  const tail = upperTail(Math.abs(x), df)
  return x < 0 ? tail : 1 - tail
}

/**
 * Quantile of Student's t with `df` > 0 degrees of freedom.
 *
 * @example studentTQuantile(0.975, 10) // 2.2281388519649385
 */
export function studentTQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY || !(p > 0 && p < 1)) return normalQuantile(p)
  if (p === 0.5) return 0
  return Math.sign(p - 0.5) * positiveQuantile(Math.min(p, 1 - p), Math.abs(p - 0.5), df)
}

/**
 * The t > 0 with P(T > t) = tail and P(0 < T < t) = centre. Newton on ln t against the logarithm of the smaller of the two:
 * both are nearly straight lines there, at any df.
 */
function positiveQuantile(tail: number, centre: number, df: number): number {
  const central = centre < tail
  const target = Math.log(central ? centre : tail)
  const mass = central ? centralMass : upperTail
  const sign = central ? 1 : -1
  const evaluate = (u: number): readonly [number, number] => {
    const t = Math.exp(u)
    const at = mass(t, df)
    return [sign * (Math.log(at) - target), (t * density(t, df)) / at]
  }
  return Math.exp(solveIncreasing(evaluate, [-740, 709], Math.log(central ? normalQuantile(0.5 + centre) : -normalQuantile(tail))))
}

function upperTail(t: number, df: number): number {
  const [x, complement] = betaArgument(t, df)
  return 0.5 * incompleteBeta(df / 2, 0.5, x, complement)
}

function centralMass(t: number, df: number): number {
  const [x, complement] = betaArgument(t, df)
  return 0.5 * incompleteBeta(0.5, df / 2, complement, x)
}

function density(t: number, df: number): number {
  const [x, complement] = betaArgument(t, df)
  return betaKernel(df / 2, 0.5, x, complement) / t
}

/** df / (df + t²) and t² / (df + t²), without overflow for huge t. */
function betaArgument(t: number, df: number): readonly [number, number] {
  const ratio = (t / df) * t
  return ratio === Number.POSITIVE_INFINITY ? [df / t / t, 1] : [1 / (1 + ratio), ratio / (1 + ratio)]
}
