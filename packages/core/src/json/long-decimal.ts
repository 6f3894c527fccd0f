import type { Cursor } from './cursor.ts'
import { fourDigits } from './decimal.ts'
import { EXACT_POWERS } from './powers.ts'

const ZERO = 0x30
const POINT = 0x2e
const MINUS = 0x2d
/** Digits before the point, and the first ones behind it: fifteen digits are a whole number that a double holds. */
const WHOLE = 7
const UPPER = 8
const SCALE = 1e8
/** Further digits: eleven are at most 10^11. */
const LOWER = 11
/** Veltkamp's factor: splits a double into halves of 26 bits. */
const SPLIT = 2 ** 27 + 1
/** Above the error of the small part of the sum in {@link roundedOnce}: three roundings of numbers below 2 / SCALE. */
const DOUBT = 2 ** -50 / SCALE

/**
 * Takes the decimal at the cursor, 10 to 26 digits without exponent, into `target[index]` (rounded once, as by JSON.parse) and moves past
 * it. False, with the cursor unmoved, for all others, and when it lies too close to the middle of two doubles.
 */
export function takeLongDecimal(cursor: Cursor, target: Float64Array, index: number): boolean {
  const { bytes, view } = cursor
  const negative = bytes[cursor.pos] === MINUS
  const start = negative ? cursor.pos + 1 : cursor.pos
  let pos = start
  let high = 0
  let digit = bytes[pos]! ^ ZERO
  while (digit < 10 && pos < start + WHOLE) {
    high = high * 10 + digit
    digit = bytes[++pos]! ^ ZERO
  }
  if (bytes[pos] !== POINT || pos === start || (bytes[start] === ZERO && pos > start + 1)) return false
  const first = fourDigits(view.getInt32(++pos, true))
  const second = fourDigits(view.getInt32(pos + 4, true))
  if (first < 0 || second < 0) return false
  high = high * SCALE + (first * 10_000 + second)
  pos += UPPER
  const behind = pos
  const third = fourDigits(view.getInt32(pos, true))
  const fourth = third < 0 ? -1 : fourDigits(view.getInt32(pos + 4, true))
  let low = fourth < 0 ? Math.max(third, 0) : third * 10_000 + fourth
  pos += fourth >= 0 ? 8 : third >= 0 ? 4 : 0
  digit = bytes[pos]! ^ ZERO
  while (digit < 10) {
    low = low * 10 + digit
    digit = bytes[++pos]! ^ ZERO
  }
  const places = pos - behind
  if (places > LOWER || (bytes[pos]! | 0x20) === 0x65 || !roundedOnce(high, low / EXACT_POWERS[places]!, target, index)) return false
  if (negative) target[index] = -target[index]!
  cursor.pos = pos
  return true
}

/**
 * target[index] = (high + low) / SCALE, rounded once, for a whole `high` and 0 <= `low` < 1: the quotient of the large part, and with the small
 * part what its rounding left over (exact, since products with halves of it are). False when rounding could go either way.
 */
function roundedOnce(high: number, low: number, target: Float64Array, index: number): boolean {
  const quotient = high / SCALE
  const split = quotient * SPLIT
  const upper = split - (split - quotient)
  const rest = high - upper * SCALE - (quotient - upper) * SCALE
  const small = (rest + low) / SCALE
  const value = low === 0 ? quotient : quotient + (small + DOUBT)
  target[index] = value
  return low === 0 || value === quotient + (small - DOUBT)
}
