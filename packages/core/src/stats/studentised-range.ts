import { normalCdf, normalDensity, normalQuantile } from './normal.ts'
import { solveIncreasing } from './solve.ts'

const STEP = 1 / 16
const REACH = 9

/** P(range of k independent standard normal values <= q): the studentised range with infinite degrees of freedom; and its density. */
function rangeDistribution(q: number, k: number): readonly [cdf: number, density: number] {
  let cdf = 0
  let density = 0
  for (let z = -REACH; z <= REACH; z += STEP) {
    const between = normalCdf(z) - normalCdf(z - q)
    const mass = normalDensity(z) * between ** (k - 2)
    cdf += mass * between
    density += mass * normalDensity(z - q)
  }
  return [k * STEP * cdf, k * (k - 1) * STEP * density]
}

/**
 * Quantile of the studentised range of k >= 2 values with infinite degrees of freedom, by the trapezoid rule
 * (which converges exponentially for such integrands) and Newton's method.
 *
 * @example studentisedRangeQuantile(0.95, 3) / Math.SQRT2 // 2.3437...
 */
export function studentisedRangeQuantile(p: number, k: number): number {
  const evaluate = (q: number): readonly [number, number] => {
    const [cdf, density] = rangeDistribution(q, k)
    return [cdf - p, density]
  }
  return solveIncreasing(evaluate, [0, 60], Math.SQRT2 * normalQuantile(1 - (1 - p) / (k * (k - 1))))
}
