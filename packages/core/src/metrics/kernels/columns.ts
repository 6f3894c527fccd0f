import type { Probabilities } from '../inputs.ts'

const CACHE = new WeakMap<Float64Array, Map<number, Float64Array>>()

/**
 * The scores of class `c`, one per row. Two-class columns are kept, so that what is sorted by them is sorted once;
 * those of many classes are not, since together they would double the memory of the input.
 */
export function scoresOf({ values, columns }: Probabilities, c: number): Float64Array {
  if (columns === 1) return values
  const known = CACHE.get(values)?.get(c)
  if (known) return known
  const column = new Float64Array(values.length / columns)
  for (let i = 0; i < column.length; i++) column[i] = values[i * columns + c]!
  if (columns === 2) CACHE.set(values, (CACHE.get(values) ?? new Map<number, Float64Array>()).set(c, column))
  return column
}
