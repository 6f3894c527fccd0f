/** A two-sided confidence interval, in the unit of the estimate. */
export interface Bounds {
  readonly lower: number
  readonly upper: number
}
