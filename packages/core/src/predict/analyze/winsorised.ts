import { mean, robustCentre } from '../../stats/index.ts'

/** Mean absolute deviation of normal values, as a share of their standard deviation. */
const MEAN_DEVIATION = Math.sqrt(2 / Math.PI)
/** One value of 16,000 lies farther out, where they are normal: a few of them, whose deviation is itself a guess, stay as they are. */
const MOST_DEVIATIONS = 4

/**
 * The values with those that lie more than four standard deviations from their median moved there: a slip of the unit then weighs no more than a value that can be. The deviation is
 * estimated from the median one; where more than half of the values are equal, from the mean one.
 *
 * @example winsorised([1, 2, 3, 4, 1e6]) // [1, 2, 3, 4, 8.93]
 */
export function winsorised(values: readonly number[]): readonly number[] {
  const { centre, spread } = robustCentre(values)
  const most = MOST_DEVIATIONS * (spread || mean(values.map((value) => Math.abs(value - centre))) / MEAN_DEVIATION)
  return values.map((value) => Math.min(centre + most, Math.max(centre - most, value)))
}
