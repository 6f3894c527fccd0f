const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360] as const

/**
 * What Stirling's formula lacks: ln Γ(x + 1) - [(x + 1/2) ln x - x + ln(2π)/2], for x > 0.
 * Densities written with it keep full precision for large arguments, where differences of ln Γ lose it
 * (C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000).
 */
export function stirlingError(x: number): number {
  let shift = 0
  let at = x
  for (; at < 15; at++) shift += (at + 0.5) * Math.log1p(1 / at) - 1
  const inverseSquare = 1 / (at * at)
  return shift + SERIES.reduceRight((sum, term) => sum * inverseSquare + term, 0) / at
}

/** x ln(x / mean) + mean - x, without cancellation where x is near the mean; x >= 0, mean > 0. */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean
  const ratio = (x - mean) / (x + mean)
  if (Math.abs(ratio) >= 0.1) return x * Math.log(x / mean) + mean - x
  const square = ratio * ratio
  let sum = (x - mean) * ratio
  let term = 2 * x * ratio
  for (let k = 3; ; k += 2) {
    term *= square
    const next = sum + term / k
    if (next === sum) return sum
    sum = next
  }
}
