import { binomialCdf } from './binomial-test.ts'
import type { Bounds } from './bounds.ts'
import { orderStatistics } from './order-statistics.ts'

/**
 * Distribution-free interval of a quantile, from two order statistics: at most (1 - level) / 2 of error on either side.
 * undefined when the sample is too small to have such a bound (the tail is not estimable). `values` in any order.
 *
 * @example orderStatisticBounds(Float64Array.of(1, 2, 3, 4, 5, 6), 0.5, 0.95) // { lower: 1, upper: 6 }
 */
export function orderStatisticBounds(values: Float64Array, quantile: number, level: number): Bounds | undefined {
  const n = values.length
  const alpha = (1 - level) / 2
  const lower = firstCount(n, (k) => binomialCdf(k, n, quantile) > alpha) - 1
  const upper = firstCount(n, (k) => binomialCdf(k, n, quantile) >= 1 - alpha)
  if (lower < 0 || upper >= n) return undefined
  const found = orderStatistics(values, [lower, upper])
  return { lower: found.get(lower)!, upper: found.get(upper)! }
}

/** The smallest count in 0..n that `holds`, for something that holds from some count on. */
function firstCount(n: number, holds: (k: number) => boolean): number {
  let low = 0
  let high = n
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
