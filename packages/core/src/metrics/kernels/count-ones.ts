import { wordsOf } from './words-of.ts'

/** How many ones there are in each of two columns, and in both at once. */
export interface Ones {
  readonly ones: number
  readonly otherOnes: number
  readonly bothOnes: number
}

/** Words added up before a byte of the sum could overflow. */
const WORDS = 255
const EVEN_BYTES = 0x00ff00ff

/**
 * Counts the ones of two equally long columns of zeros and ones. Four rows are added at a time, each in its byte of a 32-bit word.
 *
 * @example countOnes(Uint8Array.of(0, 1, 1), Uint8Array.of(1, 1, 0)) // { ones: 2, otherOnes: 2, bothOnes: 1 }
 */
export function countOnes(column: Uint8Array, other: Uint8Array): Ones {
  const [a, b] = [wordsOf(column), wordsOf(other)]
  const sums = new Int32Array(3)
  for (let start = 0; start < a.length; start += WORDS) addWords(sums, a, b, start, Math.min(a.length, start + WORDS))
  let [ones, otherOnes, bothOnes] = sums as unknown as [number, number, number]
  for (let i = 4 * a.length; i < column.length; i++) {
    ones += column[i]!
    otherOnes += other[i]!
    bothOnes += column[i]! & other[i]!
  }
  return { ones, otherOnes, bothOnes }
}

function addWords(sums: Int32Array, a: Int32Array, b: Int32Array, start: number, end: number): void {
  let sumA = 0
  let sumB = 0
  let sumBoth = 0
  for (let i = start; i < end; i++) {
    sumA = (sumA + a[i]!) | 0
    sumB = (sumB + b[i]!) | 0
    sumBoth = (sumBoth + (a[i]! & b[i]!)) | 0
  }
  sums[0]! += sumOfBytes(sumA)
  sums[1]! += sumOfBytes(sumB)
  sums[2]! += sumOfBytes(sumBoth)
}

function sumOfBytes(word: number): number {
  const pairs = (word & EVEN_BYTES) + ((word >>> 8) & EVEN_BYTES)
  return (pairs & 0xffff) + (pairs >>> 16)
}
