/** 32-bit keys that order as the values do. */
export interface SortKeys {
  readonly keys: Uint32Array
  /** Whether equal keys mean equal values; otherwise they only mean close ones. */
  readonly exact: boolean
}

const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0
const LOW = 1 - HIGH
const SIGN = 1 << 31

/**
 * The bits of a double order like the number once negative ones are flipped (and -0 made 0). From these 64 bits the smallest
 * value's are subtracted, and the top 32 of what remains become the key: values of a narrow range keep all their detail.
 */
export function sortKeys(values: Float64Array): SortKeys {
  const [smallest, largest] = extremes(values)
  const base = orderedBits(smallest)
  const top = orderedBits(largest)
  const shift = Math.clz32(top.high - base.high - borrow(top.low, base.low))
  return fillKeys(new Int32Array(values.buffer, values.byteOffset, 2 * values.length), base.high, base.low, shift)
}

/** Signed 32-bit arithmetic throughout: unsigned numbers would be doubles to the engine, and twice as slow. */
function fillKeys(words: Int32Array, baseHigh: number, baseLow: number, shift: number): SortKeys {
  const keys = new Uint32Array(words.length >> 1)
  let lost = 0
  for (let i = 0; i < keys.length; i++) {
    const rawLow = words[2 * i + LOW]!
    const rawHigh = words[2 * i + HIGH]!
    const raw = rawHigh === SIGN && rawLow === 0 ? 0 : rawHigh
    const flip = raw >> 31
    const low = rawLow ^ flip
    const lowPart = (low - baseLow) | 0
    const highPart = ((raw ^ (flip | SIGN)) - baseHigh - borrow(low, baseLow)) | 0
    keys[i] = shift === 32 ? lowPart : (highPart << shift) | ((lowPart >>> 1) >>> (31 - shift))
    if (shift < 32) lost |= lowPart << shift
  }
  return { keys, exact: lost === 0 }
}

/** 1 when a < b as unsigned numbers. */
function borrow(a: number, b: number): number {
  return (a ^ SIGN) < (b ^ SIGN) ? 1 : 0
}

function extremes(values: Float64Array): [smallest: number, largest: number] {
  let smallest = Number.POSITIVE_INFINITY
  let largest = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value < smallest) smallest = value
    if (value > largest) largest = value
  }
  return [smallest, largest]
}

function orderedBits(value: number): { high: number; low: number } {
  const words = new Int32Array(Float64Array.of(value + 0).buffer)
  const flip = words[HIGH]! >> 31
  return { high: words[HIGH]! ^ (flip | SIGN), low: words[LOW]! ^ flip }
}
