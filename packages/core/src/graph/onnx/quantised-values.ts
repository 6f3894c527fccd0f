import type { Shape, Tensor } from '../graph.ts'

/** Weights that share a scale in the 4-bit format. */
export const BLOCK_SIZE = 32

type Part = NonNullable<Tensor['quantised']>['part']

/** Bytes of each part of the quantised form of a weight in single precision, by rounding to nearest. */
const PARTS: Readonly<Record<Part, (values: Float32Array, shape: Shape) => Uint8Array>> = {
  int8: (values) => {
    const scale = int8Scale(values)
    return new Uint8Array(Int8Array.from(values, (value) => Math.round(value / scale)).buffer)
  },
  int8_scale: (values) => new Uint8Array(Float32Array.of(int8Scale(values)).buffer),
  int4: (values, shape) => packed(values, shape as readonly [number, number]),
  int4_scales: (values, shape) => new Uint8Array(blockScales(values, shape as readonly [number, number]).buffer),
}

export const quantisedBytes = (part: Part, values: Float32Array, shape: Shape): Uint8Array => PARTS[part](values, shape)

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
function packed(values: Float32Array, [K, N]: readonly [number, number]): Uint8Array {
  const blocks = Math.ceil(K / BLOCK_SIZE)
  const scales = blockScales(values, [K, N])
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
