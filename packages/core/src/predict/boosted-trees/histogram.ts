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

/** Adds the packed sums of rows[from, to) to a histogram, two rows at a time: their additions do not wait for each other. */
export function addToHistogram(histogram: Float64Array, { places, features }: HistogramLayout, packed: Float64Array, rows: Int32Array, from: number, to: number): void {
  const width = features.length
  const even = to - ((to - from) & 1)
  for (let i = from; i < even; i += 2) {
    const sum = packed[rows[i]!]!
    const nextSum = packed[rows[i + 1]!]!
    let next = rows[i + 1]! * width
    const end = (rows[i]! + 1) * width
    for (let at = end - width; at < end; at++) {
      histogram[places[at]!]! += sum
      histogram[places[next++]!]! += nextSum
    }
  }
  if (even < to) addRow(histogram, places, rows[even]! * width, width, packed[rows[even]!]!)
}

function addRow(histogram: Float64Array, places: HistogramLayout['places'], start: number, width: number, sum: number): void {
  for (let at = start; at < start + width; at++) histogram[places[at]!]! += sum
}

/** whole -= part: the histogram of the other child, exactly. */
export function subtractHistogram(whole: Float64Array, part: Float64Array): void {
  for (let i = 0; i < whole.length; i++) whole[i]! -= part[i]!
}
