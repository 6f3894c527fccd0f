/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, numpy's default). `sorted` ascending; NaN when empty.
 *
 * @example quantile([1, 2, 3, 4, 10], 0.9) // 7.6
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * Math.min(Math.max(p, 0), 1)
  const below = Math.floor(at)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low === high ? low : low + (high - low) * (at - below)
}
