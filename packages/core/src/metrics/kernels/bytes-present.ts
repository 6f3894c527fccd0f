import { wordsOf } from './words-of.ts'

const ABOVE_ONE = ~0x01010101

/**
 * The different values of a column of bytes, in increasing order.
 *
 * @example bytesPresent(Uint8Array.of(3, 0, 3)) // [0, 3]
 */
export function bytesPresent(column: Uint8Array): number[] {
  if (isZerosAndOnes(column)) return [0, 1].filter((value) => column.includes(value))
  const present = new Uint8Array(256)
  for (let row = 0; row < column.length; row++) present[column[row]!] = 1
  return [...present.keys()].filter((value) => present[value] === 1)
}

/** Most label columns are, and four of their rows can be looked at at a time. */
function isZerosAndOnes(column: Uint8Array): boolean {
  const words = wordsOf(column)
  for (let i = 0; i < words.length; i++) if ((words[i]! & ABOVE_ONE) !== 0) return false
  for (let row = 4 * words.length; row < column.length; row++) if (column[row]! > 1) return false
  return true
}
