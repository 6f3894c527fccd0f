import type { Cursor } from './cursor.ts'
import { EXACT_POWERS } from './powers.ts'

const ZERO = 0x30
const POINT = 0x2e
const MINUS = 0x2d
/** So many digits are a whole number that a double holds. */
const DIGITS = 15

/** Takes the number of up to 15 digits without exponent at the cursor and moves past it; undefined, with the cursor unmoved, for all others. */
export function takeShortNumber(cursor: Cursor): number | undefined {
  const { bytes, end } = cursor
  const negative = bytes[cursor.pos] === MINUS
  const start = negative ? cursor.pos + 1 : cursor.pos
  if (start + DIGITS + 2 > end) return undefined
  let pos = start
  let value = 0
  let digit = bytes[pos]! ^ ZERO
  while (digit < 10 && pos <= start + DIGITS) {
    value = value * 10 + digit
    digit = bytes[++pos]! ^ ZERO
  }
  if (pos === start || (bytes[start] === ZERO && pos > start + 1)) return undefined
  let places = 0
  if (digit === (POINT ^ ZERO)) {
    const point = ++pos
    digit = bytes[pos]! ^ ZERO
    while (digit < 10 && pos <= start + DIGITS) {
      value = value * 10 + digit
      digit = bytes[++pos]! ^ ZERO
    }
    places = pos - point
    if (places === 0) return undefined
  }
  if (pos > start + DIGITS || digit < 10 || (bytes[pos]! | 0x20) === 0x65) return undefined
  cursor.pos = pos
  const size = places === 0 ? value : value / EXACT_POWERS[places]!
  return negative ? -size : size
}
