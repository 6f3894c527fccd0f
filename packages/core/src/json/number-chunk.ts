import type { Cursor } from './cursor.ts'
import { DECIMAL_BYTES, fourDigits, readDecimal } from './decimal.ts'
import { takeLongDecimal } from './long-decimal.ts'
import { EXACT_POWERS } from './powers.ts'

const ZERO = 0x30
const MINUS = 0x2d
const POINT = 0x2e
const COMMA = 0x2c
const SPACE = 0x20
const CLOSE_ARRAY = 0x5d
/** The four bytes of two digits with a comma each, where both digits are 0. */
const DIGIT_COMMA_TWICE = 0x2c302c30
/** Carries out of four bits what is above nine. */
const ABOVE_NINE = 0x00060006
/** 10^e at 2 e, -10^e behind it. */
const SIGNED_POWERS = Float64Array.from({ length: 2 * EXACT_POWERS.length }, (_, i) => (i % 2 === 0 ? 1 : -1) * EXACT_POWERS[i >> 1]!)
/** So many digits fit 32 bits. */
const INT_DIGITS = 9

/**
 * Numbers per chunk: small enough to stay in the processor's nearest cache, large enough that what happens per chunk costs nothing;
 * and V8 optimises functions that are called often much better than those that loop long.
 */
export const CHUNK = 1024

/** Up to {@link CHUNK} numbers on their way from text to a column: 32-bit integers as long as all are, doubles after. */
export class NumberChunk {
  length = 0
  /** Whether the numbers are in `doubles`; else they are in `integers`. */
  isWide = false
  /** Bitwise or of the integers: below 256 only if each one is. */
  bits = 0
  /** How many of the numbers needed the general reader. */
  hard = 0
  readonly integers = new Int32Array(CHUNK)
  readonly doubles = new Float64Array(CHUNK)

  clear(isWide: boolean): void {
    this.length = 0
    this.bits = 0
    this.hard = 0
    this.isWide = isWide
  }

  /**
   * Takes plain integers of up to nine digits, the commonest column, and the comma and space behind each; stops before anything else.
   * True: the last one was followed by the closing bracket, where the cursor stands.
   */
  takeIntegers(cursor: Cursor): boolean {
    const { bytes, view } = cursor
    const { integers } = this
    const last = cursor.end - DECIMAL_BYTES
    let { bits, length } = this
    let pos = cursor.pos
    let ended = false
    while (length < CHUNK && pos < last && !ended) {
      // Most labels are single digits: two of them, each with its comma, at a time.
      let pair = view.getInt32(pos, true) ^ DIGIT_COMMA_TWICE
      while (((pair | (pair + ABOVE_NINE)) & ~0x000f000f) === 0 && length < CHUNK - 1 && pos < last) {
        integers[length++] = pair & 15
        integers[length++] = pair >> 16
        pos += 4
        pair = view.getInt32(pos, true) ^ DIGIT_COMMA_TWICE
      }
      if (length === CHUNK || pos >= last) break
      let at = pos
      const negative = bytes[at] === MINUS
      if (negative) at++
      const first = bytes[at]! ^ ZERO
      if (first > 9) break
      const limit = at + INT_DIGITS
      let value = first
      let digit = bytes[++at]! ^ ZERO
      if (digit < 10 && first === 0) break
      while (digit < 10 && at < limit) {
        value = value * 10 + digit
        digit = bytes[++at]! ^ ZERO
      }
      ended = digit === (CLOSE_ARRAY ^ ZERO)
      // What is no plain integer, and -0, need a closer look.
      if ((digit !== (COMMA ^ ZERO) && !ended) || (negative && value === 0)) {
        ended = false
        break
      }
      if (negative) value = -value
      bits |= value
      integers[length++] = value
      pos = ended ? at : at + 1
      if (bytes[pos] === SPACE) pos++
    }
    this.bits = bits
    this.length = length
    cursor.pos = pos
    return ended
  }

  /** Takes decimals of up to nine digits without exponent in the same way. */
  takeDecimals(cursor: Cursor): boolean {
    const { bytes, view } = cursor
    const { doubles } = this
    const last = cursor.end - DECIMAL_BYTES
    let { length } = this
    let pos = cursor.pos
    let ended = false
    while (length < CHUNK && pos < last && !ended) {
      let at = pos
      // Signs come at random, and a wrong guess of the processor costs more than all of this: no branch depends on one.
      const lead = bytes[at]!
      const sign = (lead - ZERO) >>> 31
      if (((lead ^ MINUS) & -sign) !== 0) break
      at += sign
      const first = bytes[at]! ^ ZERO
      if (first > 9) break
      const limit = at + INT_DIGITS
      let value = first
      let digit = bytes[++at]! ^ ZERO
      if (digit < 10 && first === 0) break
      while (digit < 10 && at < limit) {
        value = value * 10 + digit
        digit = bytes[++at]! ^ ZERO
      }
      let point = at
      if (digit === (POINT ^ ZERO)) {
        point = ++at
        const four = at < limit - 3 ? fourDigits(view.getInt32(at, true)) : -1
        if (four >= 0) {
          value = value * 10_000 + four
          at += 4
        }
        digit = bytes[at]! ^ ZERO
        while (digit < 10 && at <= limit) {
          value = value * 10 + digit
          digit = bytes[++at]! ^ ZERO
        }
        if (at === point) break
      }
      ended = digit === (CLOSE_ARRAY ^ ZERO)
      if (digit !== (COMMA ^ ZERO) && !ended) break
      doubles[length++] = value / SIGNED_POWERS[2 * (at - point) + sign]!
      pos = ended ? at : at + 1
      if (bytes[pos] === SPACE) pos++
    }
    this.length = length
    cursor.pos = pos
    return ended
  }

  /** Takes doubles of any form in the same way. */
  takeDoubles(cursor: Cursor): boolean {
    const { bytes } = cursor
    const last = cursor.end - DECIMAL_BYTES
    while (this.length < CHUNK && cursor.pos < last) {
      const { pos } = cursor
      const byte = bytes[pos]!
      if (byte !== MINUS && (byte ^ ZERO) > 9) return false
      if (!takeLongDecimal(cursor, this.doubles, this.length)) {
        readDecimal(cursor, this.doubles, this.length)
        this.hard++
      }
      const next = bytes[cursor.pos]
      if (next !== COMMA && next !== CLOSE_ARRAY) {
        cursor.pos = pos
        return false
      }
      this.length++
      if (next === CLOSE_ARRAY) return true
      cursor.pos++
      if (bytes[cursor.pos] === SPACE) cursor.pos++
    }
    return false
  }

  /** A number of any form. Among integers a whole one stays one (1.0, 1e3); another one widens the chunk. */
  takeOne(cursor: Cursor): void {
    readDecimal(cursor, this.doubles, this.length)
    if (!this.isWide) {
      const value = this.doubles[this.length]!
      const whole = value | 0
      if (Object.is(value, whole)) {
        this.bits |= whole
        this.integers[this.length] = whole
      } else this.widen()
    }
    this.length++
  }

  private widen(): void {
    for (let i = 0; i < this.length; i++) this.doubles[i] = this.integers[i]!
    this.isWide = true
  }
}
