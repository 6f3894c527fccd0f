import { betaKernel, incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile } from './normal.ts'
import { solveIncreasing } from './solve.ts'

/**
 * The x with I_x(a, b) = p: the quantile of Beta(a, b); a, b > 0.
 *
 * @example betaQuantile(2, 3, 0.6875) // 0.5
 */
export function betaQuantile(a: number, b: number, p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0 || p === 1) return p
  return p <= incompleteBeta(a, b, a / (a + b)) ? lowerQuantile(a, b, p) : 1 - lowerQuantile(b, a, 1 - p)
}

/** Newton on ln I against ln x: nearly straight in the lower tail (slope a at 0), whatever the scale of the answer. */
function lowerQuantile(a: number, b: number, p: number): number {
  const target = Math.log(p)
  const evaluate = (u: number): readonly [number, number] => {
    const x = Math.exp(u)
    const mass = incompleteBeta(a, b, x, -Math.expm1(u))
    return [Math.log(mass) - target, betaKernel(a, b, x, -Math.expm1(u)) / (-Math.expm1(u) * mass)]
  }
  return Math.exp(solveIncreasing(evaluate, [-745, 0], Math.log(normalStart(a, b, p))))
}

function normalStart(a: number, b: number, p: number): number {
  const mean = a / (a + b)
  const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  return Math.min(Math.max(mean + normalQuantile(p) * sd, mean / 10), (1 + mean) / 2)
}
