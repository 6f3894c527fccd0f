import type { OneVsRest } from './one-vs-rest.ts'

/**
 * Influence values of the area under the ROC curve, one per row, from one sweep over the order (Sun and Xu 2014).
 *
 * The placement of a positive is the share of the m0 negatives it outranks, that of a negative the share of the m1 positives
 * that outrank it; minus the area, scaled by sqrt(n (n - 1) / (m (m - 1))) of the row's own side. Then sd(values, ddof 1) / sqrt(n)
 * is exactly DeLong's standard error, S10 / m1 + S01 / m0 with divisors m - 1, and the covariance of two models' values
 * over n is DeLong's covariance. Unweighted; needs two rows of each side.
 */
export function placementsOf({ order, tied, member, positives, negatives }: OneVsRest, area: number): Float64Array {
  const n = order.length
  const out = new Float64Array(n)
  const scale = (m: number) => Math.sqrt((n * (n - 1)) / (m * (m - 1)))
  const [positiveScale, negativeScale] = [scale(positives), scale(negatives)]
  let [positivesBelow, negativesBelow] = [0, 0]
  for (let start = 0; start < n; ) {
    let [end, p] = [start, 0]
    do p += member[end]!
    while (tied[end++] === 1)
    const q = end - start - p
    const ofPositive = positiveScale * ((negativesBelow + q / 2) / negatives - area)
    const ofNegative = negativeScale * (1 - (positivesBelow + p / 2) / positives - area)
    for (let i = start; i < end; i++) out[order[i]!] = member[i] === 1 ? ofPositive : ofNegative
    positivesBelow += p
    negativesBelow += q
    start = end
  }
  return out
}
