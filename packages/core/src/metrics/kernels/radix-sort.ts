/** Keys in order, and the row each came from. */
export interface SortedKeys {
  readonly keys: Uint32Array
  readonly order: Uint32Array
}

/** Rows by increasing key, equal keys in row order. Least significant digit first; a digit that all keys share costs nothing. */
export function radixSort(keys: Uint32Array): SortedKeys {
  const bits = keys.length < 4096 ? 8 : 11
  let from: SortedKeys = { keys, order: indices(keys.length) }
  let to: SortedKeys | undefined
  for (let shift = 0; shift < 32; shift += bits) {
    const offsets = digitCounts(keys, shift, bits)
    if (offsets.includes(keys.length)) continue
    to ??= { keys: new Uint32Array(keys.length), order: new Uint32Array(keys.length) }
    scatter(from, to, shift, runningSums(offsets))
    ;[from, to] = [to, from]
  }
  return from
}

function indices(n: number): Uint32Array {
  const rows = new Uint32Array(n)
  for (let i = 0; i < n; i++) rows[i] = i
  return rows
}

function digitCounts(keys: Uint32Array, shift: number, bits: number): Uint32Array {
  const counts = new Uint32Array(1 << bits)
  const mask = counts.length - 1
  for (let i = 0; i < keys.length; i++) counts[(keys[i]! >>> shift) & mask]!++
  return counts
}

/** Where each bucket starts. */
function runningSums(counts: Uint32Array): Uint32Array {
  let sum = 0
  for (let b = 0; b < counts.length; b++) {
    const count = counts[b]!
    counts[b] = sum
    sum += count
  }
  return counts
}

function scatter(from: SortedKeys, to: SortedKeys, shift: number, offsets: Uint32Array): void {
  const { keys, order } = from
  const { keys: outKeys, order: outOrder } = to
  const mask = offsets.length - 1
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const bucket = (key >>> shift) & mask
    const at = offsets[bucket]!
    offsets[bucket] = at + 1
    outKeys[at] = key
    outOrder[at] = order[i]!
  }
}
