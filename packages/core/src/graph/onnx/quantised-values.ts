import type { Shape, Tensor } from '../graph.ts'

/** Weights that share a scale in the 4-bit format. */
export const BLOCK_SIZE = 32

type Part = NonNullable<Tensor['quantised']>['part']

/** A number format for weights: scales from values, and values rounded to nearest by their scales. */
interface Format {
  readonly scales: (values: Float32Array, shape: Shape) => Float32Array
  readonly integers: (values: Float32Array, shape: Shape, scales: Float32Array) => Uint8Array
}

const INT8: Format = {
  scales: (values) => Float32Array.of(int8Scale(values)),
  integers: (values, _, [scale]) => new Uint8Array(Int8Array.from(values, (value) => Math.round(value / scale!)).buffer),
}

const INT4: Format = {
  scales: (values, shape) => blockScales(values, shape as readonly [number, number]),
  integers: (values, shape, scales) => packed(values, shape as readonly [number, number], scales),
}

/** What each part of a quantised weight is. */
const PARTS: Readonly<Record<Part, { readonly format: Format; readonly isScales: boolean }>> = {
  int8: { format: INT8, isScales: false },
  int8_scale: { format: INT8, isScales: true },
  int4: { format: INT4, isScales: false },
  int4_scales: { format: INT4, isScales: true },
}

/**
 * Bytes of the parts of quantised weights. The scales of a weight are worked out with whichever part is asked for first and kept until the other one is asked for: however
 * large a model is, no more than the scales of what is half written are in memory.
 *
 * @example
 * const weights = new QuantisedWeights()
 * weights.bytesOf(tensor.quantised, () => values) // of int8, int8_scale, int4 or int4_scales
 */
export class QuantisedWeights {
  readonly #waiting = new Map<string, Float32Array>()

  /** `valuesOf` makes the weight in single precision, row-major; it is not asked for scales that are known. */
  bytesOf({ from, part }: NonNullable<Tensor['quantised']>, valuesOf: (tensor: Tensor) => Float32Array): Uint8Array {
    const { format, isScales } = PARTS[part]
    const known = this.#waiting.get(from.name)
    if (isScales && known !== undefined) return bytesOfScales(this.#forget(from, known))
    const values = valuesOf(from)
    const scales = known ?? format.scales(values, from.shape)
    if (known === undefined) this.#waiting.set(from.name, scales)
    else this.#forget(from, known)
    return isScales ? bytesOfScales(scales) : format.integers(values, from.shape, scales)
  }

  #forget({ name }: Tensor, scales: Float32Array): Float32Array {
    this.#waiting.delete(name)
    return scales
  }
}

const bytesOfScales = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array => new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength))

/** The largest value becomes ±127. */
const int8Scale = (values: Float32Array): number => Math.fround(values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12) / 127)

/** The largest value of a block becomes ±7; scales by column, then by block down the column. `values` is [K, N]. */
function blockScales(values: Float32Array, [K, N]: readonly [number, number]): Float32Array {
  const blocks = Math.ceil(K / BLOCK_SIZE)
  const scales = new Float32Array(N * blocks)
  for (let k = 0; k < K; k++) {
    const block = Math.floor(k / BLOCK_SIZE)
    for (let n = 0; n < N; n++) scales[n * blocks + block] = Math.max(scales[n * blocks + block]!, Math.abs(values[k * N + n]!) / 7)
  }
  return scales
}

/** Two weights a byte, the earlier one low, each with 8 added; [N, blocks, 16]. */
function packed(values: Float32Array, [K, N]: readonly [number, number], scales: Float32Array): Uint8Array {
  const blocks = Math.ceil(K / BLOCK_SIZE)
  const bytes = new Uint8Array((N * blocks * BLOCK_SIZE) / 2).fill(0x88)
  for (let k = 0; k < K; k++) {
    const block = Math.floor(k / BLOCK_SIZE)
    for (let n = 0; n < N; n++) {
      const nibble = 8 + Math.round(values[k * N + n]! / scales[n * blocks + block]!)
      const at = ((n * blocks + block) * BLOCK_SIZE + (k % BLOCK_SIZE)) >> 1
      bytes[at] = k % 2 === 0 ? (bytes[at]! & 0xf0) | nibble : (bytes[at]! & 0x0f) | (nibble << 4)
    }
  }
  return bytes
}
