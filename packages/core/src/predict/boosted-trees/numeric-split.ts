import type { BestSplit, SplitLimits } from './best-split.ts'
import { WEIGHT_STEP } from './packed-sums.ts'

/**
 * Tries every threshold of a numeric column whose histogram is histogram[from, to), missing values first, and keeps the best in `best`.
 * Where values are missing, each side is tried for them; where none is, they are sent to the heavier side.
 *
 * @param direction 1 or -1 for a monotone column, 0 for a free one.
 */
export function searchNumericSplit(histogram: Float64Array, from: number, to: number, column: number, direction: number, limits: SplitLimits, best: BestSplit): void {
  const missing = histogram[from]!
  if (missing !== 0) scan(histogram, from, to, column, direction, limits, best, 0)
  scan(histogram, from, to, column, direction, limits, best, 1)
  if (missing === 0 && best.column === column && best.test === 1 && Math.floor(best.left * WEIGHT_STEP + 0.5) * 2 >= Math.floor(limits.total * WEIGHT_STEP + 0.5)) best.test = 0
}

/** One pass over thresholds; `test` 0 counts missing values to the left, 1 to the right. The gain of a side with slope g, weight h and output o is o (2 g - (h + lambda) o). */
function scan(histogram: Float64Array, from: number, to: number, column: number, direction: number, limits: SplitLimits, best: BestSplit, test: number): void {
  const { total, own, lambda, minWeight, lower, upper } = limits
  const totalWeight = Math.floor(total * WEIGHT_STEP + 0.5)
  const totalSlope = total - totalWeight / WEIGHT_STEP
  let bestGain = best.gain + own
  let left = 0
  for (let place = from + test; place < to - 1; place++) {
    const sum = histogram[place]!
    if (sum === 0) continue
    left += sum
    const weight = Math.floor(left * WEIGHT_STEP + 0.5)
    if (weight < minWeight) continue
    const otherWeight = totalWeight - weight
    if (otherWeight < minWeight) break
    const slope = left - weight / WEIGHT_STEP
    const otherSlope = totalSlope - slope
    const output = Math.max(lower, Math.min(upper, slope / (weight + lambda)))
    const otherOutput = Math.max(lower, Math.min(upper, otherSlope / (otherWeight + lambda)))
    const gain = output * (2 * slope - (weight + lambda) * output) + otherOutput * (2 * otherSlope - (otherWeight + lambda) * otherOutput)
    if (gain <= bestGain || (otherOutput - output) * direction < 0) continue
    bestGain = gain
    best.gain = gain - own
    best.column = column
    best.test = test
    best.threshold = place - from
    best.categories = undefined
    best.left = left
    best.leftOutput = output
    best.rightOutput = otherOutput
  }
}
