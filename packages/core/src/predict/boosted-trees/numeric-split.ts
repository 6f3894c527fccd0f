import type { BestSplit, SplitLimits } from './best-split.ts'
import { packedSlope, packedWeight, WEIGHT_STEP } from './packed-sums.ts'

/**
 * Tries every threshold of a numeric column whose histogram is histogram[from, to), missing values first, and keeps the best in `best`.
 * Where values are missing, each side is tried for them; where none is, they are sent to the heavier side.
 *
 * @param direction 1 or -1 for a monotone column, 0 for a free one.
 */
export function searchNumericSplit(histogram: Float64Array, from: number, to: number, column: number, direction: number, limits: SplitLimits, best: BestSplit): void {
  const scan = direction === 0 && limits.lower === Number.NEGATIVE_INFINITY && limits.upper === Number.POSITIVE_INFINITY ? scanFree : scanBounded
  if (histogram[from] !== 0) {
    scan(histogram, from, to, column, direction, limits, best, 0)
    scan(histogram, from, to, column, direction, limits, best, 1)
    return
  }
  scan(histogram, from, to, column, direction, limits, best, 1)
  if (best.column === column && packedWeight(best.left) * 2 >= packedWeight(limits.total)) best.test = 0
}

type Scan = (histogram: Float64Array, from: number, to: number, column: number, direction: number, limits: SplitLimits, best: BestSplit, test: number) => void

/** One pass over the thresholds; `test` 0 counts missing values to the left, 1 to the right. The gain of a side with slope g and weight h is g^2 / (h + lambda); fractions are compared without dividing. */
const scanFree: Scan = (histogram, from, to, column, _, limits, best, test) => {
  const { total, own, lambda, minWeight } = limits
  const totalWeight = packedWeight(total)
  const totalSlope = total - totalWeight / WEIGHT_STEP
  const lastWeight = totalWeight - minWeight
  let bestGain = best.gain + own
  let bestPlace = -1
  let bestLeft = 0
  let left = 0
  for (let place = from + test; place < to - 1; place++) {
    const sum = histogram[place]!
    if (sum === 0) continue
    left += sum
    const weight = Math.floor(left * WEIGHT_STEP + 0.5)
    if (weight < minWeight) continue
    if (weight > lastWeight) break
    const slope = left - weight / WEIGHT_STEP
    const otherSlope = totalSlope - slope
    const bottom = weight + lambda
    const otherBottom = totalWeight - weight + lambda
    const top = slope * slope * otherBottom + otherSlope * otherSlope * bottom
    if (top <= bestGain * bottom * otherBottom) continue
    bestGain = top / (bottom * otherBottom)
    bestPlace = place
    bestLeft = left
  }
  if (bestPlace >= 0) keep(best, bestGain - own, column, test, bestPlace - from, bestLeft, limits)
}

/** The same where outputs o are bounded or must be in order: the gain of a side is o (2 g - (h + lambda) o). */
const scanBounded: Scan = (histogram, from, to, column, direction, limits, best, test) => {
  const { total, own, lambda, minWeight, lower, upper } = limits
  const totalWeight = packedWeight(total)
  const totalSlope = total - totalWeight / WEIGHT_STEP
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
    const gain = output * (2 * slope - (weight + lambda) * output) + otherOutput * (2 * otherSlope - (otherWeight + lambda) * otherOutput) - own
    if (gain <= best.gain || (otherOutput - output) * direction < 0) continue
    keep(best, gain, column, test, place - from, left, limits)
  }
}

function keep(best: BestSplit, gain: number, column: number, test: number, threshold: number, left: number, { total, lambda, lower, upper }: SplitLimits): void {
  const output = (packed: number) => Math.max(lower, Math.min(upper, packedSlope(packed) / (packedWeight(packed) + lambda)))
  Object.assign(best, { gain, column, test, threshold, categories: undefined, left, leftOutput: output(left), rightOutput: output(total - left) })
}
