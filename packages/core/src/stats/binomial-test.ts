import { betaKernel, incompleteBeta } from './incomplete-beta.ts'

/** P(X <= k) of a binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return incompleteBeta(n - k, k + 1, 1 - p, p)
}

/** P(X = k) of a binomial(n, p), 0 < p < 1. */
function binomialMass(k: number, n: number, p: number): number {
  if (k === 0) return Math.exp(n * Math.log1p(-p))
  if (k === n) return Math.exp(n * Math.log(p))
  return (betaKernel(k, n - k, p) * n) / (k * (n - k))
}

/**
 * Two-sided exact binomial test: the probability, when each trial succeeds with `p` (0 < p < 1), of all counts no likelier than the one seen.
 * Agrees with scipy.stats.binomtest, whose tolerance of 1e-7 for "equally likely" it takes over.
 *
 * @example binomialTestTwoSided(2, 10) // 0.109375
 */
export function binomialTestTwoSided(successes: number, trials: number, p = 0.5): number {
  const mean = p * trials
  if (successes === mean || trials === 0) return 1
  const limit = binomialMass(successes, trials, p) * (1 + 1e-7)
  return Math.min(1, successes < mean ? belowMean(successes, trials, p, limit) : belowMean(trials - successes, trials, 1 - p, limit))
}

/** P(X <= k) plus the part of the upper tail whose counts are no likelier than `limit`; found by bisection, as the mass falls there. */
function belowMean(k: number, n: number, p: number, limit: number): number {
  let likely = Math.ceil(p * n) - 1
  let rare = n + 1
  while (rare - likely > 1) {
    const middle = (likely + rare) >> 1
    if (binomialMass(middle, n, p) > limit) likely = middle
    else rare = middle
  }
  return binomialCdf(k, n, p) + binomialCdf(n - rare, n, 1 - p)
}
