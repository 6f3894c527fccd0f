import type { Bounds } from './bounds.ts'
import { quantile } from './quantile.ts'
import { studentTQuantile } from './student-t.ts'

/** Makes the median absolute deviation of a normal sample estimate its standard deviation: 1 / Φ⁻¹(3/4). */
const MAD_TO_SD = 1.482602218505602

/** Median, and spread as the scaled median absolute deviation: half of the values may be anything without moving them far. */
export function robustCentre(values: readonly number[]): { readonly centre: number; readonly spread: number } {
  const centre = quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
  const deviations = values.map((value) => Math.abs(value - centre)).sort((a, b) => a - b)
  return { centre, spread: MAD_TO_SD * quantile(deviations, 0.5) }
}

/**
 * Where the next value of a series should lie with probability `level` if nothing changed: median ± t(n − 1) · s · √(1 + π / 2n), with s
 * from the median absolute deviation (π / 2n is the variance of a median of n normal values over theirs). `leastSpread` is the spread of
 * a series whose values happen to agree. NaN for fewer than 2 values.
 *
 * Source: Hahn and Meeker, Statistical Intervals (1991), section 4.7, with robust estimates of location and scale.
 *
 * @example predictionInterval([99, 100, 101, 100, 100, 98, 102], { level: 0.95 }) // about { lower: 95.9, upper: 104.1 }
 */
export function predictionInterval(values: readonly number[], { level, leastSpread = 0 }: { readonly level: number; readonly leastSpread?: number }): Bounds {
  const n = values.length
  if (n < 2) return { lower: Number.NaN, upper: Number.NaN }
  const { centre, spread } = robustCentre(values)
  const half = studentTQuantile((1 + level) / 2, n - 1) * Math.max(spread, leastSpread) * Math.sqrt(1 + Math.PI / (2 * n))
  return { lower: centre - half, upper: centre + half }
}
