import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../stats/index.ts'
import { BIN_BYTES, BLOCK_COLUMNS, FOUND_BYTES, PAIR_BYTES } from './kernels.ts'
import { plainKernels } from './plain-kernels.ts'
import { wasmKernels, wasmKernelsModule } from './wasm-kernels.ts'

const ROWS = 300
const AT = { bins: 0, packed: 4096, rows: 8192, moved: 12_288, isLeft: 16_384, found: 16_640, histogram: 32_768, part: 65_536 }
const memory = new WebAssembly.Memory({ initial: 2 })
const fast = wasmKernels(new WebAssembly.Module(wasmKernelsModule({ shared: false, maxPages: 2 })), memory)
const [bytes, integers, doubles] = [new Uint8Array(memory.buffer), new Int32Array(memory.buffer), new Float64Array(memory.buffer)]

/** Random bins, of which a column uses 3 or 200, packed sums and every second row. */
function fill(seed: number): void {
  const { next, integer } = createRandom(seed)
  bytes.fill(0)
  for (let i = 0; i < ROWS * BLOCK_COLUMNS; i++) bytes[AT.bins + i] = integer(i % 2 === 0 ? 3 : 200)
  for (let row = 0; row < ROWS; row++) doubles[AT.packed / 8 + row] = 1024 * 2 ** 27 + Math.round(2000 * (next() - 0.5))
  for (let i = 0; i < ROWS / 2; i++) integers[AT.rows / 4 + i] = 2 * i
  for (let bin = 0; bin < 256; bin++) bytes[AT.isLeft + bin] = integer(2)
}

/** What a piece of work answers and leaves in memory[from, to), by both kernels. */
function both(seed: number, from: number, to: number, work: (kernels: typeof fast) => unknown): readonly [fast: unknown, plain: unknown] {
  const [ofFast, ofPlain] = [fast, plainKernels(memory.buffer)].map((kernels) => {
    fill(seed)
    return { answer: work(kernels), memory: Buffer.from(bytes.subarray(from, to)).toString('base64') }
  })
  return [ofFast, ofPlain]
}

const sumRows = (kernels: typeof fast, columns = BLOCK_COLUMNS) => kernels.addRows(columns, AT.histogram, AT.bins, AT.packed, AT.rows, AT.rows + 2 * ROWS)

describe('the kernels in WebAssembly do to the bit what the plain ones do', () => {
  it.each(Array.from({ length: BLOCK_COLUMNS }, (_, i) => i + 1))('when they sum blocks of %i columns', (columns) => {
    const [ofFast, ofPlain] = both(columns, AT.histogram, AT.part, (kernels) => sumRows(kernels, columns))
    expect(ofFast).toEqual(ofPlain)
    const sum = doubles.subarray(AT.histogram / 8, AT.part / 8).reduce((total, value) => total + value, 0)
    expect(Math.round(sum / 2 ** 27)).toBe(1024 * columns * (ROWS / 2))
  })
  it('when they pack slopes, halves included', () => {
    const slopes = [0.5, -0.5, 1.5, -1.5, 0.49999999999999994, 2 ** 25 + 0.5, -0, 7.3]
    const [ofFast, ofPlain] = both(1, AT.histogram, AT.histogram + 8 * slopes.length, (kernels) => {
      doubles.set(slopes, AT.part / 8)
      kernels.packSlopes(AT.part, AT.part + 8 * slopes.length, 1, AT.packed, AT.histogram)
    })
    expect(ofFast).toEqual(ofPlain)
    expect([0, 1].map((row) => doubles[AT.histogram / 8 + row]! - doubles[AT.packed / 8 + row]!)).toEqual([1, 0])
  })
  it('when they take a part off a whole', () => {
    const [ofFast, ofPlain] = both(1, AT.histogram, AT.part, (kernels) => {
      sumRows(kernels)
      kernels.addRows(BLOCK_COLUMNS, AT.part, AT.bins, AT.packed, AT.rows, AT.rows + ROWS)
      kernels.subtract(AT.histogram, AT.part, (BLOCK_COLUMNS / 2) * PAIR_BYTES)
    })
    expect(ofFast).toEqual(ofPlain)
  })
  it('when they partition rows', () => {
    const [ofFast, ofPlain] = both(2, AT.rows, AT.rows + 4 * ROWS, (kernels) => kernels.partition(AT.rows, AT.rows + 2 * ROWS, AT.bins, AT.isLeft, AT.moved))
    expect(ofFast).toEqual(ofPlain)
  })
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('when they search pairs of columns, case %i', (seed) => {
    const [lambda, first, minWeight] = [(seed % 3) * 300.7, seed % 2, 1024 * seed]
    const [ofFast, ofPlain] = both(seed, AT.found, AT.found + FOUND_BYTES, (kernels) => {
      sumRows(kernels)
      const total = doubles.subarray(AT.packed / 8, AT.packed / 8 + ROWS).reduce((sum, value, row) => sum + (row % 2 === 0 ? value : 0), 0)
      const weight = Math.round(total / 2 ** 27)
      return kernels.scanPair(AT.histogram, first, 200, weight, total - weight * 2 ** 27, lambda, minWeight, 1e-6, AT.found)
    })
    expect(ofFast).toEqual(ofPlain)
    expect(doubles[AT.found / 8 + 2]).not.toBe(0)
    expect(doubles[AT.histogram / 8 + (doubles[AT.found / 8 + 1]! * BIN_BYTES) / 8 + 1]).not.toBe(0)
  })
})
