/** One choice of the design: which candidate, and how much variance measuring it takes away, summed over all candidates. */
export interface DesignChoice {
  readonly index: number
  readonly varianceReduction: number
}

/**
 * Chooses, one after the other, the candidates whose measurement lowers the sum of all posterior variances most (Cohn's criterion, "ALC", for a Gaussian process): measuring i lowers the variance of j by
 * cov(i, j)^2 / (var(i) + noise); then the covariance is conditioned on i. Deterministic; ties go to the earlier candidate. O(count x n^2).
 * Source: D. A. Cohn, Neural network exploration using optimal experiment design, 1996; S. Seo et al., 2000.
 *
 * @param covariance n x n, row-major, changed in place
 */
export function greedyDesign(covariance: Float64Array, n: number, noise: number, count: number): readonly DesignChoice[] {
  const choices: DesignChoice[] = []
  while (choices.length < Math.min(count, n)) {
    const choice = mostInformative(covariance, n, noise, new Set(choices.map(({ index }) => index)))
    if (choice.varianceReduction <= 0) break
    choices.push(choice)
    condition(covariance, n, noise, choice.index)
  }
  return choices
}

function mostInformative(covariance: Float64Array, n: number, noise: number, taken: ReadonlySet<number>): DesignChoice {
  let best: DesignChoice = { index: -1, varianceReduction: 0 }
  for (let i = 0; i < n; i++) {
    if (taken.has(i)) continue
    const row = covariance.subarray(i * n, (i + 1) * n)
    const varianceReduction = row.reduce((sum, cov) => sum + cov * cov, 0) / ((row[i] ?? 0) + noise)
    if (varianceReduction > best.varianceReduction) best = { index: i, varianceReduction }
  }
  return best
}

function condition(covariance: Float64Array, n: number, noise: number, i: number): void {
  const row = covariance.slice(i * n, (i + 1) * n)
  const scale = 1 / ((row[i] ?? 0) + noise)
  for (let j = 0; j < n; j++) {
    const factor = (row[j] ?? 0) * scale
    for (let k = 0; k < n; k++) covariance[j * n + k] = (covariance[j * n + k] ?? 0) - factor * (row[k] ?? 0)
  }
}
