import { binCount, type FeatureBins } from './feature-bins.ts'

/** The bins of chosen columns row by row, each with the column's offset added: the places of a row in a histogram of all columns. */
export interface HistogramLayout {
  readonly features: Int32Array
  /** First place of each chosen column. */
  readonly offsets: Int32Array
  readonly places: Uint16Array | Uint32Array
  /** Places in all. */
  readonly size: number
}

/** Lays the chosen columns out; `binned` holds the bins of all columns, row after row. */
export function layOut(bins: readonly FeatureBins[], binned: Uint8Array, features: Int32Array): HistogramLayout {
  const offsets = new Int32Array(features.length)
  let size = 0
  features.forEach((feature, i) => {
    offsets[i] = size
    size += binCount(bins[feature]!)
  })
  const rows = binned.length / bins.length
  const places = size <= 2 ** 16 ? new Uint16Array(rows * features.length) : new Uint32Array(rows * features.length)
  for (let start = 0, at = 0; start < binned.length; start += bins.length) for (let i = 0; i < features.length; i++) places[at++] = binned[start + features[i]!]! + offsets[i]!
  return { features, offsets, places, size }
}

/** Adds the packed sums of rows[from, to) to a histogram. */
export function addToHistogram(histogram: Float64Array, { places, features }: HistogramLayout, packed: Float64Array, rows: Int32Array, from: number, to: number): void {
  const width = features.length
  for (let i = from; i < to; i++) {
    const row = rows[i]!
    const sum = packed[row]!
    const end = (row + 1) * width
    for (let at = end - width; at < end; at++) histogram[places[at]!]! += sum
  }
}

/** whole -= part: the histogram of the other child, exactly. */
export function subtractHistogram(whole: Float64Array, part: Float64Array): void {
  for (let i = 0; i < whole.length; i++) whole[i]! -= part[i]!
}
