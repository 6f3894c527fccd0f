import type { Cursor } from './cursor.ts'
import { exactNumber } from './exact-number.ts'
import { EXACT_POWERS, loadPower, POWERS, SPLITTER, WIDEST_EXPONENT } from './powers.ts'

/** No number that {@link readDecimal} takes, with what it looks at behind it, is longer than this many bytes. */
export const DECIMAL_BYTES = 48
/** `byte ^ ZERO` is the digit's value, and 10 or more for every byte that is no digit. */
const ZERO = 0x30
const POINT = 0x2e
const MINUS = 0x2d
/** 10^15 < 2^53: so many digits are exact in a double. */
const HEAD_DIGITS = 15
/** Further digits, gathered in a second double; 10^8 < 2^27. */
const TAIL_DIGITS = 8
/** Far above the error of the double-double product (some 2^-102) and far below the gap between doubles. */
const DOUBT = 2 ** -97

/**
 * Reads the number at the cursor into `target[index]` and moves past it. The value is the double nearest to the text, as from JSON.parse.
 * Up to 15 digits need one exact division or product (Clinger 1990, "How to read floating point numbers accurately"), up to 23 a
 * double-double product (Dekker 1971, "A floating-point technique for extending the available precision"). Whatever those cannot decide,
 * and every text that is not a number, goes to {@link exactNumber}. Results are stored, not returned, so that they are never boxed.
 */
export function readDecimal(cursor: Cursor, target: Float64Array, index: number): void {
  const { bytes, view } = cursor
  if (cursor.pos + DECIMAL_BYTES > cursor.end) return exactNumber(cursor, target, index)
  const negative = bytes[cursor.pos] === MINUS
  const start = negative ? cursor.pos + 1 : cursor.pos
  let pos = start
  let head = 0
  let digit = bytes[pos]! ^ ZERO
  while (digit < 10 && pos < start + HEAD_DIGITS) {
    head = head * 10 + digit
    digit = bytes[++pos]! ^ ZERO
  }
  const wholeDigits = pos - start
  if (wholeDigits === 0 || (wholeDigits > 1 && bytes[start] === ZERO)) return exactNumber(cursor, target, index)
  let tail = 0
  let tailDigits = 0
  let places = 0
  if (digit === (POINT ^ ZERO)) {
    const first = ++pos
    let four = fourDigits(view.getInt32(pos, true))
    const headEnd = start + HEAD_DIGITS + 1
    while (four >= 0 && pos + 4 <= headEnd) {
      head = head * 10_000 + four
      pos += 4
      four = fourDigits(view.getInt32(pos, true))
    }
    const tailStart = pos
    if (four >= 0) {
      tail = four
      pos += 4
    }
    digit = bytes[pos]! ^ ZERO
    while (digit < 10 && pos < tailStart + TAIL_DIGITS) {
      tail = tail * 10 + digit
      digit = bytes[++pos]! ^ ZERO
    }
    places = pos - first
    tailDigits = pos - tailStart
    if (places === 0) return exactNumber(cursor, target, index)
    if (pos <= headEnd) {
      head = head * EXACT_POWERS[tailDigits]! + tail
      tail = 0
      tailDigits = 0
    }
  }
  let value = 0
  if (tailDigits === 0 && digit > 9 && (bytes[pos]! | 0x20) !== 0x65) value = head / EXACT_POWERS[places]!
  else {
    if (digit < 10) return exactNumber(cursor, target, index)
    let exponent = -places
    if ((bytes[pos]! | 0x20) === 0x65) {
      let at = pos + 1
      const minus = bytes[at] === MINUS
      if (minus || bytes[at] === 0x2b) at++
      const from = at
      let power = 0
      digit = bytes[at]! ^ ZERO
      while (digit < 10 && at < from + 4) {
        power = power * 10 + digit
        digit = bytes[++at]! ^ ZERO
      }
      if (at === from || digit < 10) return exactNumber(cursor, target, index)
      exponent += minus ? -power : power
      pos = at
    }
    if (exponent < -WIDEST_EXPONENT || exponent > WIDEST_EXPONENT) return exactNumber(cursor, target, index)
    const entry = 4 * (exponent + WIDEST_EXPONENT)
    if (POWERS[entry] === 0) loadPower(exponent)
    // head * 10^tailDigits + tail, exactly, as high + low: both halves of head times a factor below 2^27 are exact.
    const factor = EXACT_POWERS[tailDigits]!
    let split = SPLITTER * head
    let top = split - (split - head)
    const upper = top * factor
    const lower = (head - top) * factor + tail
    const high = upper + lower
    const low = lower - (high - upper)
    split = SPLITTER * high
    top = split - (split - high)
    const rest = high - top
    const power = POWERS[entry]!
    const powerTop = POWERS[entry + 1]!
    const powerRest = POWERS[entry + 2]!
    const product = high * power
    const error = rest * powerRest - (product - top * powerTop - rest * powerTop - top * powerRest) + (high * POWERS[entry + 3]! + low * power)
    const doubt = product * DOUBT
    value = product + (error + doubt)
    if (value !== product + (error - doubt) || !(product > 1e-260 && product < 1e290)) return exactNumber(cursor, target, index)
  }
  target[index] = negative ? -value : value
  cursor.pos = pos
}

/** The number that four ASCII digits say, first digit in the lowest byte; negative when one of them is no digit. */
export function fourDigits(word: number): number {
  const digits = word ^ 0x30303030
  if (((digits | (digits + 0x76767676)) & 0x80808080) !== 0) return -1
  const pairs = Math.imul(digits, 10) + (digits >>> 8)
  return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff)
}
