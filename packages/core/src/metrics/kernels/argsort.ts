const DIGIT_BITS = 11
const BUCKETS = 1 << DIGIT_BITS
const SHORT_RUN = 32

/**
 * The indices that sort `values` upwards; equal values (0 and -0 among them) keep their order. Finite values only.
 *
 * A radix sort on the upper half of each double, whose bits order like the numbers once negative ones are flipped;
 * the few runs that share an upper half are then sorted by their full values. Linear whatever the distribution.
 *
 * @example argsort(Float64Array.of(0.3, -1, 0.3)) // Uint32Array [1, 0, 2]
 */
export function argsort(values: Float64Array): Uint32Array {
  const n = values.length
  const keys = new Uint32Array(n)
  const order = new Uint32Array(n)
  fillKeys(values, keys, order, 1)
  const sorted = radixSort(keys, order)
  sortRuns(values, sorted)
  return sorted.order
}

interface Keyed {
  readonly keys: Uint32Array
  readonly order: Uint32Array
}

/** Monotone keys of the upper (`half` 1) or lower (`half` 0) 32 bits of `values`. Adding 0 turns -0 into 0. */
function fillKeys(values: Float64Array, keys: Uint32Array, order: Uint32Array, half: 0 | 1): void {
  const double = new Float64Array(1)
  const words = new Uint32Array(double.buffer)
  const high = LITTLE_ENDIAN ? 1 : 0
  const wanted = half === 1 ? high : 1 - high
  for (let i = 0; i < keys.length; i++) {
    const row = half === 1 ? i : order[i]!
    double[0] = values[row]! + 0
    const negative = words[high]! >> 31
    keys[i] = words[wanted]! ^ (half === 1 ? negative | 0x80000000 : negative)
    order[i] = row
  }
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

/** Least significant digit first, so every pass is stable; a digit that all keys share costs nothing. */
function radixSort(keys: Uint32Array, order: Uint32Array): Keyed {
  let from: Keyed = { keys, order }
  let to: Keyed | undefined
  const counts = digitCounts(keys)
  for (let digit = 0; digit < counts.length; digit++) {
    const offsets = counts[digit]!
    if (offsets.includes(keys.length)) continue
    to ??= { keys: new Uint32Array(keys.length), order: new Uint32Array(keys.length) }
    prefixSums(offsets)
    scatter(from, to, digit * DIGIT_BITS, offsets)
    ;[from, to] = [to, from]
  }
  return from
}

function digitCounts(keys: Uint32Array): [Uint32Array, Uint32Array, Uint32Array] {
  const low = new Uint32Array(BUCKETS)
  const middle = new Uint32Array(BUCKETS)
  const high = new Uint32Array(BUCKETS)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    low[key & (BUCKETS - 1)]!++
    middle[(key >>> DIGIT_BITS) & (BUCKETS - 1)]!++
    high[key >>> (2 * DIGIT_BITS)]!++
  }
  return [low, middle, high]
}

function prefixSums(counts: Uint32Array): void {
  let sum = 0
  for (let b = 0; b < counts.length; b++) {
    const count = counts[b]!
    counts[b] = sum
    sum += count
  }
}

function scatter(from: Keyed, to: Keyed, shift: number, offsets: Uint32Array): void {
  const { keys, order } = from
  const { keys: outKeys, order: outOrder } = to
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const bucket = (key >>> shift) & (BUCKETS - 1)
    const at = offsets[bucket]!
    offsets[bucket] = at + 1
    outKeys[at] = key
    outOrder[at] = order[i]!
  }
}

/** Sorts each run of equal upper halves by the full values. */
function sortRuns(values: Float64Array, { keys, order }: Keyed): void {
  for (let start = 0; start < keys.length; ) {
    let end = start + 1
    while (end < keys.length && keys[end] === keys[start]) end++
    if (end - start > 1 && !isSorted(values, order, start, end)) {
      if (end - start <= SHORT_RUN) insertionSort(values, order, start, end)
      else sortLongRun(values, order.subarray(start, end))
    }
    start = end
  }
}

function isSorted(values: Float64Array, order: Uint32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (values[order[i - 1]!]! > values[order[i]!]!) return false
  return true
}

function insertionSort(values: Float64Array, order: Uint32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!
    const value = values[row]!
    let j = i - 1
    while (j >= start && values[order[j]!]! > value) {
      order[j + 1] = order[j]!
      j--
    }
    order[j + 1] = row
  }
}

/** Rows whose upper halves agree, by their lower halves: radix where it pays, comparisons (stable) where the run is short. */
function sortLongRun(values: Float64Array, rows: Uint32Array): void {
  if (rows.length < BUCKETS) {
    rows.sort((a, b) => values[a]! - values[b]! || a - b)
    return
  }
  const keys = new Uint32Array(rows.length)
  fillKeys(values, keys, rows, 0)
  const sorted = radixSort(keys, rows)
  if (sorted.order !== rows) rows.set(sorted.order)
}
