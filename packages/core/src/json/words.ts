import type { Cursor } from './cursor.ts'
import { refuseNotFinite } from './not-finite.ts'
import { unexpected } from './refuse.ts'

/** `true`, `null` and `alse`, the first character in the lowest byte. */
const TRUE = 0x65757274
const NULL = 0x6c6c756e
const ALSE = 0x65736c61
const LETTER_F = 0x66
const LETTER_N = 0x6e
const LETTER_T = 0x74

/** a-z, as the words of JSON begin. */
export function isLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a
}

/** Reads true, false or null at the cursor, or says what stands there instead of a value. */
export function readWord(cursor: Cursor): boolean | null {
  const { bytes, view, pos, end } = cursor
  const word = pos + 4 <= end ? view.getInt32(pos, true) : 0
  if (word === TRUE || word === NULL) {
    cursor.pos += 4
    return word === TRUE ? true : null
  }
  if (bytes[pos] === LETTER_F && pos + 5 <= end && view.getInt32(pos + 1, true) === ALSE) {
    cursor.pos += 5
    return false
  }
  refuseNotFinite(cursor)
  unexpected(cursor, 'a value')
}

/** Reads the word at the cursor and those that follow it, as items of an array. */
export function readWords(cursor: Cursor, items: unknown[]): void {
  do items.push(readWord(cursor))
  while (cursor.passComma(LETTER_F) || cursor.passComma(LETTER_T) || cursor.passComma(LETTER_N))
}
