/** Finite values that are all whole multiples of 1 / scale: value = (lowest + key) / scale with a key in 0..cells - 1. */
export interface DecimalGrid {
  readonly scale: number
  readonly lowest: number
  readonly cells: number
}

const MAX_DECIMALS = 6
const TRIED = 64

/**
 * The grid on which `values` may lie, judged by the first of them and by their range; undefined when they do not, or it has more than
 * `maxCells` cells. The caller checks each value as it goes, with {@link keyOf}.
 *
 * @example decimalGrid(Float64Array.of(0.25, 0.5), 100) // { scale: 100, lowest: 25, cells: 26 }
 */
export function decimalGrid(values: Float64Array, maxCells: number): DecimalGrid | undefined {
  const first = values.subarray(0, TRIED)
  for (let decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
    const scale = 10 ** decimals
    if (first.every((value) => Math.round(value * scale) / scale === value)) return within(values, scale, maxCells)
  }
  return undefined
}

function within(values: Float64Array, scale: number, maxCells: number): DecimalGrid | undefined {
  let [low, high] = [values[0]!, values[0]!]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value < low) low = value
    if (value > high) high = value
  }
  const lowest = Math.round(low * scale)
  const cells = Math.round(high * scale) - lowest + 1
  return cells <= maxCells && Math.abs(lowest) < 2 ** 31 ? { scale, lowest, cells } : undefined
}

/** The cell of a value of the grid's range, -1 when the value lies between two. */
export function keyOf(value: number, { scale, lowest }: DecimalGrid): number {
  const multiple = Math.floor(value * scale + 0.5)
  return multiple / scale === value ? multiple - lowest : -1
}
