import { normalCdf } from './normal.ts'
import { quantile } from './quantile.ts'

export interface Trend {
  /** Median of the slopes of all pairs (Theil and Sen): change per step. */
  readonly slope: number
  /** Two-sided p-value of no monotone trend. */
  readonly p: number
}

/**
 * Whether a series rises or falls: Mann's and Kendall's test with its correction for ties and for continuity, and the slope of Theil and Sen.
 * The normal approximation is used from the first value on; it is good from about 8 on. n²/2 pairs are looked at.
 *
 * Source: Kendall, Rank Correlation Methods (1975); Sen, J. Am. Stat. Assoc. 63 (1968) 1379.
 *
 * @example mannKendall([1, 2, 3, 4, 5]) // { slope: 1, p: 0.0275 }: S = 10, variance 50/3
 */
export function mannKendall(values: readonly number[]): Trend {
  const n = values.length
  const slopes: number[] = []
  let s = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      slopes.push((values[j]! - values[i]!) / (j - i))
      s += Math.sign(values[j]! - values[i]!)
    }
  }
  const ties = [...Map.groupBy(values, (value) => value).values()].map(({ length }) => length)
  const pairs = (m: number) => m * (m - 1) * (2 * m + 5)
  const variance = (pairs(n) - ties.reduce((sum, m) => sum + pairs(m), 0)) / 18
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
  return {
    slope: quantile(
      slopes.sort((a, b) => a - b),
      0.5,
    ),
    p: 2 * (1 - normalCdf(Math.abs(z))),
  }
}
