import type { Cursor } from './cursor.ts'
import { exactNumber } from './exact-number.ts'
import { POWERS, powerEntry, WIDEST_EXPONENT } from './powers.ts'

/** No number that {@link readDecimal} takes without help, with what it looks at behind it, is longer than this many bytes. */
export const DECIMAL_BYTES = 48
/** `byte ^ ZERO` is a digit's value, and 10 or more for every byte that is no digit. */
const ZERO = 0x30
const POINT = 0x2e
const MINUS = 0x2d
const PLUS = 0x2b
/** Digits are gathered in groups below 10^8 < 2^27. */
const GROUP = 8
/** Mask of the count in a packed group. */
const COUNT = 15
/** Far above the error of the sum in {@link scale} (below 2^-74 of it) and far below the gap between doubles. */
const DOUBT = 2 ** -70

/**
 * Reads the number at the cursor into `target[index]` and moves past it. The value is the double nearest to the text, as from JSON.parse.
 * Numbers of up to 24 digits are scaled in double-double arithmetic; what that cannot decide, and every text that is not a number, goes
 * to {@link exactNumber}. The result is stored, not returned, so that it is never boxed.
 */
export function readDecimal(cursor: Cursor, target: Float64Array, index: number): void {
  if (cursor.pos + DECIMAL_BYTES > cursor.end || !takeDecimal(cursor, target, index)) exactNumber(cursor, target, index)
}

/** False, with the cursor unmoved, when the number needs more care. */
function takeDecimal(cursor: Cursor, target: Float64Array, index: number): boolean {
  const { bytes, view } = cursor
  const negative = bytes[cursor.pos] === MINUS
  const start = negative ? cursor.pos + 1 : cursor.pos
  let pos = start
  // The digits, point left out, in three groups; for the last two packed with their count.
  let first = 0
  let second = 0
  let third = 0
  let digit = bytes[pos]! ^ ZERO
  while (digit < 10 && pos < start + GROUP) {
    first = first * 10 + digit
    digit = bytes[++pos]! ^ ZERO
  }
  if (pos === start || (bytes[start] === ZERO && pos > start + 1)) return false
  if (digit < 10) {
    second = group(bytes, view, pos)
    pos += second & COUNT
    third = group(bytes, view, pos)
    pos += third & COUNT
  }
  let places = 0
  if (bytes[pos] === POINT) {
    const point = ++pos
    if (third > 0) return false
    if (first === 0) {
      const packed = group(bytes, view, pos)
      first = packed >>> 4
      pos += packed & COUNT
    }
    if (second === 0) {
      second = group(bytes, view, pos)
      pos += second & COUNT
    }
    third = group(bytes, view, pos)
    pos += third & COUNT
    places = pos - point
    if (places === 0) return false
  }
  const exponent = readExponent(bytes, pos) - places
  if ((bytes[pos]! ^ ZERO) < 10 || !(exponent >= -WIDEST_EXPONENT && exponent <= WIDEST_EXPONENT - 2 * GROUP)) return false
  if (!scale(target, index, negative, first, second, third, exponent)) return false
  cursor.pos = (bytes[pos]! | 0x20) === 0x65 ? exponentEnd(bytes, pos) : pos
  return true
}

/** Up to eight digits from `pos` on: their number times 16, plus their count. */
function group(bytes: Uint8Array, view: DataView, pos: number): number {
  const upper = fourDigits(view.getInt32(pos, true))
  const lower = upper < 0 ? -1 : fourDigits(view.getInt32(pos + 4, true))
  if (lower >= 0) return ((upper * 10_000 + lower) << 4) | GROUP
  let value = Math.max(upper, 0)
  let count = upper < 0 ? 0 : 4
  let digit = bytes[pos + count]! ^ ZERO
  while (digit < 10) {
    value = value * 10 + digit
    digit = bytes[pos + ++count]! ^ ZERO
  }
  return (value << 4) | count
}

/** The exponent written at `pos`, 0 when there is none, NaN when it is none or has more than three digits. */
function readExponent(bytes: Uint8Array, pos: number): number {
  if ((bytes[pos]! | 0x20) !== 0x65) return 0
  const end = exponentEnd(bytes, pos)
  let at = pos + 1
  const minus = bytes[at] === MINUS
  if (minus || bytes[at] === PLUS) at++
  if (at === end || end - at > 3) return Number.NaN
  let exponent = 0
  for (; at < end; at++) exponent = exponent * 10 + (bytes[at]! ^ ZERO)
  return minus ? -exponent : exponent
}

/** The first byte behind e, sign and digits. */
function exponentEnd(bytes: Uint8Array, pos: number): number {
  let end = pos + 1
  if (bytes[end] === MINUS || bytes[end] === PLUS) end++
  while ((bytes[end]! ^ ZERO) < 10) end++
  return end
}

/**
 * target[index] = (the digits of the three groups) 10^exponent, rounded once: the large products are exact, their sums are kept with what
 * rounding took from them (Dekker 1971, "A floating-point technique for extending the available precision"), and the small rest is
 * far more precise than needed. False when the sum lies too close to the middle of two doubles to say which is nearer.
 */
function scale(target: Float64Array, index: number, negative: boolean, a: number, second: number, third: number, exponent: number): boolean {
  const b = second >>> 4
  const c = third >>> 4
  const r = powerEntry(exponent)
  const q = powerEntry(exponent + (third & COUNT))
  const p = powerEntry(exponent + (third & COUNT) + (second & COUNT))
  const large = a * POWERS[p]!
  const middle = a * POWERS[p + 1]!
  const next = b * POWERS[q]!
  const sum = middle + next
  const part = sum - middle
  const lost = middle - (sum - part) + (next - part)
  const high = large + sum
  const back = high - large
  const missed = large - (high - back) + (sum - back)
  const small = a * POWERS[p + 2]! + b * POWERS[q + 2]! + c * POWERS[r + 1]!
  const rest = missed + (lost + (b * POWERS[q + 1]! + c * POWERS[r]! + small))
  const doubt = high * DOUBT
  const value = high + (rest + doubt)
  target[index] = negative ? -value : value
  return value === high + (rest - doubt) && (a === 0 ? (b | c) === 0 : high > 1e-250 && high < 1e290)
}

/** The number that four ASCII digits say, first digit in the lowest byte; negative when one of them is no digit. */
export function fourDigits(word: number): number {
  const digits = word ^ 0x30303030
  if (((digits | ((digits + 0x76767676) | 0)) & 0x80808080) !== 0) return -1
  const pairs = Math.imul(digits, 10) + (digits >>> 8)
  return (pairs & 0xff) * 100 + ((pairs >>> 16) & 0xff)
}
