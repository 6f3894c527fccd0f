import type { BestSplit, SplitLimits } from './best-split.ts'
import { packedSlope, packedWeight, WEIGHT_STEP } from './packed-sums.ts'

/**
 * Tries every threshold of a numeric column with its bins' packed sums, missing values first, and keeps the best in `best`, where outputs are bounded or must be in order.
 * Where values are missing, each side is tried for them; where none is, they are sent to the heavier side.
 *
 * @param direction 1 or -1 for a monotone column, 0 for a free one.
 */
export function searchBoundedSplit(sums: Float64Array, column: number, direction: number, limits: SplitLimits, best: BestSplit): void {
  if (sums[0] !== 0) scanBounded(sums, column, direction, limits, best, 0)
  scanBounded(sums, column, direction, limits, best, 1)
  if (sums[0] === 0) sendMissingToHeavier(column, limits, best)
}

/** Where a column's split was found without missing values: they go to the heavier side. */
export function sendMissingToHeavier(column: number, { total }: SplitLimits, best: BestSplit): void {
  if (best.column === column && packedWeight(best.left) * 2 >= packedWeight(total)) best.test = 0
}

/** One pass over the thresholds; `test` 0 counts missing values to the left, 1 to the right. The gain of a side with output o is o (2 g - (h + lambda) o). */
function scanBounded(sums: Float64Array, column: number, direction: number, limits: SplitLimits, best: BestSplit, test: number): void {
  const { total, own, lambda, minWeight, lower, upper } = limits
  const totalWeight = packedWeight(total)
  const totalSlope = total - totalWeight / WEIGHT_STEP
  let left = 0
  for (let place = test; place < sums.length - 1; place++) {
    const sum = sums[place]!
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
    const gain = output * (2 * slope - (weight + lambda) * output) + otherOutput * (2 * otherSlope - (otherWeight + lambda) * otherOutput) - own
    if (gain <= best.gain || (otherOutput - output) * direction < 0) continue
    keepSplit(best, gain, column, test, place, left, limits)
  }
}

/** Keeps a split of a numeric column without bounds when it beats the best so far. */
export function keepFreeSplit(best: BestSplit, column: number, test: number, threshold: number, left: number, limits: SplitLimits): void {
  if (!beatsFreely(left, best, limits)) return
  const { top, bottom, otherBottom } = fractionOf(left, limits)
  keepSplit(best, top / (bottom * otherBottom) - limits.own, column, test, threshold, left, limits)
}

/** True when the split without bounds whose left sum is `left` beats the best so far: fractions are compared as Kernels.scanPair compares them. */
export function beatsFreely(left: number, best: BestSplit, limits: SplitLimits): boolean {
  const { top, bottom, otherBottom } = fractionOf(left, limits)
  return top > (best.gain + limits.own) * bottom * otherBottom
}

/** The gain of both sides as top / (bottom * otherBottom). */
function fractionOf(left: number, { total, lambda }: SplitLimits): { readonly top: number; readonly bottom: number; readonly otherBottom: number } {
  const [slope, otherSlope] = [packedSlope(left), packedSlope(total) - packedSlope(left)]
  const bottom = packedWeight(left) + lambda
  const otherBottom = packedWeight(total) - packedWeight(left) + lambda
  return { top: slope * slope * otherBottom + otherSlope * otherSlope * bottom, bottom, otherBottom }
}

/** Field by field: this runs often enough for Object.assign to show. */
function keepSplit(best: BestSplit, gain: number, column: number, test: number, threshold: number, left: number, limits: SplitLimits): void {
  best.gain = gain
  best.column = column
  best.test = test
  best.threshold = threshold
  best.categories = undefined
  best.left = left
  best.leftOutput = outputOf(left, limits)
  best.rightOutput = outputOf(limits.total - left, limits)
}

const outputOf = (packed: number, { lambda, lower, upper }: SplitLimits): number => Math.max(lower, Math.min(upper, packedSlope(packed) / (packedWeight(packed) + lambda)))
