import { WEIGHT_STEP } from '../packed-sums.ts'
import { type Code, copyMemory, f64, f64x2, i32, type Variable, type WasmFunction, wasmFunction, wasmModule, when, whileLoop } from './assembler.ts'
import { BIN_BYTES, BLOCK_COLUMNS, type Kernels, PAIR_BYTES } from './kernels.ts'

const step = (pointer: Variable, bytes: number): Code => pointer.set(i32.add(pointer.get, i32.of(bytes)))
/** `until` is where the pointer must stay below. */
const isBelow = (pointer: Variable, until: Variable): Code => i32.isLess(pointer.get, until.get)

/** Kernels.addRows for blocks of `columns` columns: the columns of a row are unrolled, every place is a constant away. */
const addRows = (columns: number): WasmFunction =>
  wasmFunction(
    { histogram: 'i32', bins: 'i32', packed: 'i32', row: 'i32', end: 'i32' },
    { sum: 'f64', start: 'i32', place: 'i32' },
    undefined,
    ({ histogram, bins, packed, row, end, sum, start, place }) => {
      const addColumn = (column: number): Code => {
        const offset = (column >> 1) * PAIR_BYTES + (column & 1) * 8
        const to = place.set(i32.add(histogram.get, i32.shiftLeft(i32.loadByte([start.get], column), i32.of(Math.log2(BIN_BYTES)))))
        return [...to, ...f64.store([place.get, f64.add(f64.load([place.get], offset), sum.get)], offset)]
      }
      return [
        whileLoop(
          isBelow(row, end),
          start.set(i32.load([row.get])),
          sum.set(f64.load([i32.add(packed.get, i32.shiftLeft(start.get, i32.of(3)))])),
          start.set(i32.add(bins.get, i32.multiply(start.get, i32.of(columns)))),
          ...Array.from({ length: columns }, (_, column) => addColumn(column)),
          step(row, 4),
        ),
      ]
    },
  )

const square = ({ get }: Variable): Code => f64x2.multiply(get, get)
/** A double times a power of two, twice. */
const scaled = ({ get }: Variable, factor: number): Code => f64x2.multiply(f64x2.splat(get), f64x2.of(factor))

/** As Math.round: halves go up. */
const packSlopes = wasmFunction(
  { slope: 'i32', end: 'i32', scale: 'f64', weight: 'i32', packed: 'i32' },
  { value: 'v128', up: 'v128' },
  undefined,
  ({ slope, end, scale, weight, packed, value, up }) => [
    whileLoop(
      isBelow(slope, end),
      value.set(f64x2.multiply(f64x2.load([slope.get]), f64x2.splat(scale.get))),
      up.set(f64x2.ceiling(value.get)),
      up.set(f64x2.subtract(up.get, f64x2.and(f64x2.isGreater(f64x2.subtract(up.get, f64x2.of(0.5)), value.get), f64x2.of(1)))),
      f64x2.store([packed.get, f64x2.add(f64x2.load([weight.get]), up.get)]),
      step(slope, 16),
      step(weight, 16),
      step(packed, 16),
    ),
  ],
)

const subtract = wasmFunction({ whole: 'i32', part: 'i32', bytes: 'i32' }, { end: 'i32' }, undefined, ({ whole, part, bytes, end }) => [
  end.set(i32.add(whole.get, bytes.get)),
  whileLoop(isBelow(whole, end), f64x2.store([whole.get, f64x2.subtract(f64x2.load([whole.get]), f64x2.load([part.get]))]), step(whole, 16), step(part, 16)),
])

/** Added to a packed sum and taken off again, this rounds it to whole weights: doubles between 2^79 and 2^80 are 2^27 apart. */
const WHOLE_WEIGHTS = 1.5 * 2 ** 79

const SCAN_LOCALS = {
  at: 'i32',
  until: 'i32',
  found: 'i32',
  allWeight: 'v128',
  allSlope: 'v128',
  ridge: 'v128',
  least: 'v128',
  whole: 'v128',
  bestGain: 'v128',
  bestPlace: 'v128',
  bestLeft: 'v128',
  sum: 'v128',
  left: 'v128',
  weight: 'v128',
  otherWeight: 'v128',
  slope: 'v128',
  otherSlope: 'v128',
  bottom: 'v128',
  otherBottom: 'v128',
  top: 'v128',
  better: 'v128',
} as const

/**
 * Kernels.scanPair: both columns of a pair at once, the rare better threshold is kept without asking in which. Weights stay multiplied by 2^27, as they are in packed sums: that changes no bit of
 * a fraction.
 */
const scanPair = wasmFunction(
  { pair: 'i32', first: 'i32', end: 'i32', totalWeight: 'f64', totalSlope: 'f64', lambda: 'f64', minWeight: 'f64', minGain: 'f64', out: 'i32' },
  SCAN_LOCALS,
  'i32',
  (v) => [
    v.at.set(i32.add(v.pair.get, i32.shiftLeft(v.first.get, i32.of(4)))),
    v.until.set(i32.add(v.pair.get, i32.shiftLeft(v.end.get, i32.of(4)))),
    v.allWeight.set(scaled(v.totalWeight, 1 / WEIGHT_STEP)),
    v.allSlope.set(f64x2.splat(v.totalSlope.get)),
    v.ridge.set(scaled(v.lambda, 1 / WEIGHT_STEP)),
    v.least.set(scaled(v.minWeight, 1 / WEIGHT_STEP)),
    v.bestGain.set(scaled(v.minGain, WEIGHT_STEP)),
    v.whole.set(f64x2.of(WHOLE_WEIGHTS)),
    whileLoop(isBelow(v.at, v.until), ...tryThreshold(v), when(f64x2.isAnyTrue(v.better.get), ...keepBetter(v)), step(v.at, BIN_BYTES)),
    f64x2.store([v.out.get, v.bestPlace.get]),
    f64x2.store([v.out.get, v.bestLeft.get], 16),
    v.found.get,
  ],
)

type ScanVariables = Readonly<Record<keyof typeof SCAN_LOCALS | 'pair', Variable>>

/** One more bin on the left side; `better` says in which columns that beats the best so far within the weights a leaf may have. */
function tryThreshold(v: ScanVariables): readonly Code[] {
  return [
    v.sum.set(f64x2.load([v.at.get])),
    v.left.set(f64x2.add(v.left.get, v.sum.get)),
    v.weight.set(f64x2.subtract(f64x2.add(v.left.get, v.whole.get), v.whole.get)),
    v.otherWeight.set(f64x2.subtract(v.allWeight.get, v.weight.get)),
    v.slope.set(f64x2.subtract(v.left.get, v.weight.get)),
    v.otherSlope.set(f64x2.subtract(v.allSlope.get, v.slope.get)),
    v.bottom.set(f64x2.add(v.weight.get, v.ridge.get)),
    v.otherBottom.set(f64x2.add(v.otherWeight.get, v.ridge.get)),
    v.top.set(f64x2.add(f64x2.multiply(square(v.slope), v.otherBottom.get), f64x2.multiply(square(v.otherSlope), v.bottom.get))),
    v.better.set(
      f64x2.and(
        f64x2.isGreater(v.top.get, f64x2.multiply(f64x2.multiply(v.bestGain.get, v.bottom.get), v.otherBottom.get)),
        f64x2.isAtLeast(f64x2.lesser(v.weight.get, v.otherWeight.get), v.least.get),
      ),
    ),
  ]
}

/** An empty bin divides as the bin before it does: it is no better, whatever rounding says. */
function keepBetter(v: ScanVariables): readonly Code[] {
  return [
    v.better.set(f64x2.and(v.better.get, f64x2.isNotEqual(v.sum.get, f64x2.of(0)))),
    v.bestGain.set(f64x2.select(f64x2.divide(v.top.get, f64x2.multiply(v.bottom.get, v.otherBottom.get)), v.bestGain.get, v.better.get)),
    v.bestPlace.set(f64x2.select(f64x2.splat(f64.fromInteger(i32.shiftRight(i32.subtract(v.at.get, v.pair.get), i32.of(4)))), v.bestPlace.get, v.better.get)),
    v.bestLeft.set(f64x2.select(v.left.get, v.bestLeft.get, v.better.get)),
    v.found.set(i32.of(1)),
  ]
}

const partition = wasmFunction(
  { row: 'i32', end: 'i32', column: 'i32', isLeft: 'i32', moved: 'i32' },
  { left: 'i32', right: 'i32', index: 'i32', goes: 'i32' },
  'i32',
  ({ row, end, column, isLeft, moved, left, right, index, goes }) => [
    left.set(row.get),
    right.set(moved.get),
    whileLoop(
      isBelow(row, end),
      index.set(i32.load([row.get])),
      goes.set(i32.loadByte([i32.add(isLeft.get, i32.loadByte([i32.add(column.get, index.get)]))])),
      i32.store([left.get, index.get]),
      i32.store([right.get, index.get]),
      left.set(i32.add(left.get, i32.shiftLeft(goes.get, i32.of(2)))),
      right.set(i32.add(right.get, i32.subtract(i32.of(4), i32.shiftLeft(goes.get, i32.of(2))))),
      step(row, 4),
    ),
    copyMemory(left.get, moved.get, i32.subtract(right.get, moved.get)),
    left.get,
  ],
)

/** The kernels' module; the memory it works on is shared with other threads or not. */
export function wasmKernelsModule(memory: { readonly shared: boolean; readonly maxPages: number }): Uint8Array<ArrayBuffer> {
  const adders = Object.fromEntries(Array.from({ length: BLOCK_COLUMNS }, (_, i) => [`addRows${i + 1}`, addRows(i + 1)]))
  return wasmModule({ ...adders, packSlopes, subtract, scanPair, partition }, memory)
}

type Adder = (histogram: number, bins: number, packed: number, row: number, end: number) => void

/** The kernels of a compiled module on a memory. */
export function wasmKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const exports = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Omit<Kernels, 'addRows'> & Readonly<Record<string, Adder>>
  const adders = Array.from({ length: BLOCK_COLUMNS }, (_, i) => exports[`addRows${i + 1}`]!)
  const { packSlopes, subtract, scanPair, partition } = exports
  return { addRows: (columns, ...where) => adders[columns - 1]!(...where), packSlopes, subtract, scanPair, partition }
}
