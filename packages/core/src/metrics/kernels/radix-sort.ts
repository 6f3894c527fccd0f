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
  for (const [digit, offsets] of digitCounts(keys, bits).entries()) {
    if (offsets.includes(keys.length)) continue
    to ??= { keys: new Uint32Array(keys.length), order: new Uint32Array(keys.length) }
    scatter(from, to, digit * bits, runningSums(offsets))
    ;[from, to] = [to, from]
  }
  return from
}

function indices(n: number): Uint32Array {
  const rows = new Uint32Array(n)
  for (let i = 0; i < n; i++) rows[i] = i
  return rows
}

/** How often each digit occurs at each place, lowest place first: 4 places of 8 bits, or 3 of 11 (the last digit then fits 10). */
function digitCounts(keys: Uint32Array, bits: 8 | 11): Uint32Array[] {
  const mask = (1 << bits) - 1
  const places = Array.from({ length: Math.ceil(32 / bits) }, () => new Uint32Array(1 << bits))
  const [first, second, third, fourth] = places as [Uint32Array, Uint32Array, Uint32Array, Uint32Array?]
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    first[key & mask]!++
    second[(key >>> bits) & mask]!++
    third[(key >>> (2 * bits)) & mask]!++
    if (fourth) fourth[key >>> 24]!++
  }
  return places
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
