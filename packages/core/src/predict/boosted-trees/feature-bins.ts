import type { FeatureMatrix } from './feature-matrix.ts'

/** Bins of a column, the missing one included: a bin is one byte. */
export const MAX_BINS = 255
/** The bin of a missing value and of a category that training did not see. */
export const MISSING_BIN = 0

/**
 * How the values of a column become bins 1 ... k. Numeric: value x is in the first bin j with x <= cuts[j - 1], else in the last (k = cuts.length + 1).
 * Categorical: `cuts` are the category codes, ascending, and bin j is code cuts[j - 1] (k = cuts.length). Bin 0 is what is missing or unseen.
 */
export interface FeatureBins {
  readonly categorical: boolean
  readonly cuts: Float64Array
}

/** Bins of a column, bin 0 included. */
export const binCount = ({ categorical, cuts }: FeatureBins): number => cuts.length + (categorical ? 1 : 2)

/** The bin of one value. */
export function binOf({ categorical, cuts }: FeatureBins, value: number): number {
  if (Number.isNaN(value)) return MISSING_BIN
  const low = firstNotBelow(cuts, value)
  return categorical && cuts[low] !== value ? MISSING_BIN : low + 1
}

/** The first place of a sorted array whose value is not below `value`. Without branches, which here could not be foreseen. */
function firstNotBelow(sorted: Float64Array, value: number): number {
  if (sorted.length === 0) return 0
  let low = 0
  let left = sorted.length
  while (left > 1) {
    const half = left >>> 1
    low += half & -Number(sorted[low + half - 1]! < value)
    left -= half
  }
  return low + Number(sorted[low]! < value)
}

/** The bins of a column's values, put into `binned`. */
export function binColumn(bins: FeatureBins, column: Float64Array, binned: Uint8Array): Uint8Array {
  for (let row = 0; row < column.length; row++) binned[row] = binOf(bins, column[row]!)
  return binned
}

/** The bins of all columns, row after row. */
export function binRows(bins: readonly FeatureBins[], { columns }: FeatureMatrix): Uint8Array {
  const rows = columns[0]?.length ?? 0
  const binned = new Uint8Array(rows * columns.length)
  bins.forEach((of, feature) => {
    const column = columns[feature]!
    for (let row = 0, at = feature; row < rows; row++, at += columns.length) binned[at] = binOf(of, column[row]!)
  })
  return binned
}

/** Chooses bins of about equal weight (numeric) or of the heaviest categories; a value that outweighs a bin gets one of its own. */
export function chooseBins(column: Float64Array, weights: Float64Array, categorical: boolean, maxBins = MAX_BINS): FeatureBins {
  const distinct = distinctValues(column, weights)
  return { categorical, cuts: categorical ? heaviestCategories(distinct, maxBins - 1) : quantileCuts(distinct, maxBins - 1) }
}

interface Distinct {
  readonly values: Float64Array
  readonly weights: Float64Array
}

/** The distinct values of a column in ascending order, with the weight of each; NaN and what has no weight are left out. */
function distinctValues(column: Float64Array, weights: Float64Array): Distinct {
  const sorted = sortedValues(column, weights)
  const isEven = weights.every((weight) => weight === weights[0])
  const sums = new Float64Array(sorted.length)
  let count = 0
  for (let i = 0; i < sorted.length; i++) {
    if (count === 0 || sorted[i] !== sorted[count - 1]) sorted[count++] = sorted[i]!
    if (isEven) sums[count - 1]! += weights[0]!
  }
  const values = sorted.slice(0, count)
  if (!isEven) for (let row = 0; row < column.length; row++) if (weights[row]! > 0 && !Number.isNaN(column[row]!)) sums[firstNotBelow(values, column[row]!)]! += weights[row]!
  return { values, weights: sums.subarray(0, count) }
}

function sortedValues(column: Float64Array, weights: Float64Array): Float64Array {
  const values = new Float64Array(column.length)
  let count = 0
  for (let row = 0; row < column.length; row++) if (weights[row]! > 0 && !Number.isNaN(column[row]!)) values[count++] = column[row]!
  return values.subarray(0, count).sort()
}

function heaviestCategories({ values, weights }: Distinct, most: number): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b)
  return Float64Array.from(order.slice(0, most), (at) => values[at]!).sort()
}

function quantileCuts({ values, weights }: Distinct, most: number): Float64Array {
  if (values.length <= most) return Float64Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => between(values[i]!, values[i + 1]!))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const isHeavy = (at: number) => weights[at]! >= total / most
  let lightBins = most
  let lightWeight = total
  for (let i = 0; i < values.length; i++) if (isHeavy(i)) [lightBins, lightWeight] = [lightBins - 1, lightWeight - weights[i]!]
  const cuts: number[] = []
  let filled = 0
  for (let i = 0; i + 1 < values.length && cuts.length + 1 < most; i++) {
    filled += weights[i]!
    const share = lightWeight / Math.max(1, lightBins)
    if (!isHeavy(i) && filled < share && !(isHeavy(i + 1) && filled >= share / 2)) continue
    cuts.push(between(values[i]!, values[i + 1]!))
    if (!isHeavy(i)) [lightBins, lightWeight] = [lightBins - 1, lightWeight - filled]
    filled = 0
  }
  return Float64Array.from(cuts)
}

/** A number in [low, high): the middle where there is one. */
function between(low: number, high: number): number {
  const middle = low + (high - low) / 2
  return middle >= low && middle < high ? middle : low
}
