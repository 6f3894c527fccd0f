import { extent } from './extent.ts'

const BINS = 1 << 14
const SORTED_ROWS = 4096

/**
 * The values that sorting would put at the given positions, without sorting them all: one pass counts values in equal-width bins, a second
 * gathers the bins that hold a wanted position, and only those are sorted. Exact for finite values; linear unless nearly all of them fall into one bin.
 *
 * @example orderStatistics(Float64Array.of(5, 1, 4), [0, 2]) // Map { 0 => 1, 2 => 5 }
 */
export function orderStatistics(values: Float64Array, positions: readonly number[]): ReadonlyMap<number, number> {
  const [low, high] = extent(values)
  if (values.length <= SORTED_ROWS || low === high || !Number.isFinite(high - low)) {
    const sorted = values.slice().sort()
    return new Map(positions.map((position) => [position, sorted[position]!]))
  }
  const scale = (BINS - 1) / (high - low)
  const counts = countBins(values, low, scale)
  const wanted = wantedBins(counts, positions)
  const gathered = gather(values, low, scale, wanted)
  return new Map(positions.map((position) => [position, valueAt(position, counts, gathered)]))
}

/** Monotone in the value, so that bins are in order whatever the rounding. */
const binOf = (value: number, low: number, scale: number): number => ((value - low) * scale) | 0

function countBins(values: Float64Array, low: number, scale: number): Uint32Array {
  const counts = new Uint32Array(BINS)
  for (let i = 0; i < values.length; i++) counts[binOf(values[i]!, low, scale)]!++
  return counts
}

function wantedBins(counts: Uint32Array, positions: readonly number[]): Uint8Array {
  const wanted = new Uint8Array(BINS)
  for (const position of positions) wanted[locate(position, counts).bin] = 1
  return wanted
}

function locate(position: number, counts: Uint32Array): { bin: number; within: number } {
  let before = 0
  for (let bin = 0; bin < BINS; bin++) {
    if (position < before + counts[bin]!) return { bin, within: position - before }
    before += counts[bin]!
  }
  throw new RangeError(`position ${position} lies beyond ${before} values`)
}

function gather(values: Float64Array, low: number, scale: number, wanted: Uint8Array): ReadonlyMap<number, Float64Array> {
  const lists = new Map<number, number[]>()
  for (let i = 0; i < values.length; i++) {
    const bin = binOf(values[i]!, low, scale)
    if (wanted[bin] === 0) continue
    const list = lists.get(bin)
    if (list) list.push(values[i]!)
    else lists.set(bin, [values[i]!])
  }
  return new Map([...lists].map(([bin, list]) => [bin, Float64Array.from(list).sort()]))
}

function valueAt(position: number, counts: Uint32Array, gathered: ReadonlyMap<number, Float64Array>): number {
  const { bin, within } = locate(position, counts)
  return gathered.get(bin)![within]!
}

/**
 * Quantiles of unsorted values by linear interpolation (type 7), as {@link quantile} gives them for sorted ones.
 *
 * @example quantilesOf(Float64Array.of(10, 2, 1, 4, 3), [0.9]) // [7.6]
 */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const at = shares.map((share) => (values.length - 1) * share)
  const found = orderStatistics(values, [...new Set(at.flatMap((position) => [Math.floor(position), Math.ceil(position)]))])
  return at.map((position) => {
    const low = found.get(Math.floor(position))!
    const high = found.get(Math.ceil(position))!
    return low === high ? low : low + (high - low) * (position - Math.floor(position))
  })
}
