import { extent } from '../../stats/index.ts'

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
 * The bits of a double order like the number once negative ones are flipped (and -0 made 0). From these 64 bits the upper half
 * of the smallest value's is subtracted, and the top 32 of what remains become the key: a narrow range keeps its detail.
 */
export function sortKeys(values: Float64Array): SortKeys {
  const [smallest, largest] = extent(values)
  const base = upperBits(smallest)
  return fillKeys(new Int32Array(values.buffer, values.byteOffset, 2 * values.length), base, Math.clz32(upperBits(largest) - base))
}

/** Signed 32-bit arithmetic throughout: unsigned numbers would be doubles to the engine, and slower. */
function fillKeys(words: Int32Array, base: number, shift: number): SortKeys {
  const keys = new Uint32Array(words.length >> 1)
  let lost = 0
  for (let i = 0; i < keys.length; i++) {
    const rawLow = words[2 * i + LOW]!
    const rawHigh = words[2 * i + HIGH]!
    const raw = rawHigh === SIGN && rawLow === 0 ? 0 : rawHigh
    const flip = raw >> 31
    const low = rawLow ^ flip
    const high = ((raw ^ (flip | SIGN)) - base) | 0
    keys[i] = shift === 32 ? low : (high << shift) | ((low >>> 1) >>> (31 - shift))
    if (shift < 32) lost |= low << shift
  }
  return { keys, exact: lost === 0 }
}

function upperBits(value: number): number {
  const high = new Int32Array(Float64Array.of(value + 0).buffer)[HIGH]!
  return high ^ ((high >> 31) | SIGN)
}
