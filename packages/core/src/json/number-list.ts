import type { Cursor } from './cursor.ts'
import { DECIMAL_BYTES, fourDigits, readDecimal } from './decimal.ts'
import { EXACT_POWERS } from './powers.ts'

const ZERO = 0x30
const MINUS = 0x2d
const COMMA = 0x2c
const SPACE = 0x20
/** So many digits fit 32 bits with room for the next step. */
const INT_DIGITS = 9
/** Numbers a loop takes per call: V8 optimises functions that are called often, and poorly those that loop long. */
const CHUNK = 1024
const FIRST_CAPACITY = 4096
/** Shared by all reads (reading never yields), so that a small request allocates nothing here. */
const firstBuffer = new ArrayBuffer(FIRST_CAPACITY * 8)

/**
 * Numbers on their way into a typed array. They start as 32-bit integers and become doubles, in place, at the first that is none;
 * the buffer doubles when full and serves one array after the other.
 */
export class NumberList {
  length = 0
  private integers = new Int32Array(firstBuffer)
  private doubles = new Float64Array(firstBuffer)
  private isWide = false
  /** Bitwise or of all integers so far: below 256 only if each one is. */
  private bits = 0
  private chunkEnd = 0
  private readonly one = new Float64Array(1)

  /** Forgets the numbers; the next ones are stored as doubles from the start when `wide`. */
  clear(wide: boolean): void {
    this.length = 0
    this.bits = 0
    this.isWide = wide
  }

  /**
   * Reads `number , number , ...` for as long as items are numbers, from the first byte of an item. True: the cursor stands behind
   * a number that no comma follows (space skipped). False: it stands where an item is due that is no number.
   */
  read(cursor: Cursor): boolean {
    for (;;) {
      this.reserve(CHUNK)
      if (this.isWide) this.takeDecimals(cursor)
      else this.takeIntegers(cursor)
      while (this.length < this.chunkEnd) {
        const byte = cursor.skipSpace()
        if (byte !== MINUS && (byte ^ ZERO) > 9) return false
        this.takeOne(cursor)
        if (cursor.peek() !== COMMA && cursor.skipSpace() !== COMMA) return true
        cursor.pos++
        if (!this.isWide) break
      }
    }
  }

  /** The numbers in the smallest of Uint8Array, Int32Array and Float64Array that holds them all. */
  toTyped(): Uint8Array | Int32Array | Float64Array {
    if (this.isWide) return this.doubles.slice(0, this.length)
    return this.bits >>> 8 === 0 ? new Uint8Array(this.integers.subarray(0, this.length)) : this.integers.slice(0, this.length)
  }

  toPlain(): number[] {
    const from = this.isWide ? this.doubles : this.integers
    const items: number[] = []
    for (let i = 0; i < this.length; i++) items.push(from[i]!)
    return items
  }

  /** Plain integers of up to nine digits, the commonest column; stops before anything else. */
  private takeIntegers(cursor: Cursor): void {
    const { bytes } = cursor
    const last = cursor.end - DECIMAL_BYTES
    const { integers, chunkEnd } = this
    let { bits, length } = this
    let pos = cursor.pos
    while (length < chunkEnd && pos < last) {
      let at = pos
      const negative = bytes[at] === MINUS
      if (negative) at++
      const first = at
      let value = bytes[at]! ^ ZERO
      if (value > 9) break
      let digit = bytes[++at]! ^ ZERO
      while (digit < 10 && at < first + INT_DIGITS) {
        value = (Math.imul(value, 10) + digit) | 0
        digit = bytes[++at]! ^ ZERO
      }
      if (digit !== (COMMA ^ ZERO) || (bytes[first] === ZERO && (negative || at > first + 1))) break
      if (negative) value = -value | 0
      bits |= value
      integers[length++] = value
      pos = at + 1
      if (bytes[pos] === SPACE) pos++
    }
    this.bits = bits
    this.length = length
    cursor.pos = pos
  }

  /** Decimals of up to nine digits without exponent; stops before anything else. */
  private takeDecimals(cursor: Cursor): void {
    const { bytes, view } = cursor
    const last = cursor.end - DECIMAL_BYTES
    const { doubles, chunkEnd } = this
    let { length } = this
    let pos = cursor.pos
    while (length < chunkEnd && pos < last) {
      let at = pos
      const negative = bytes[at] === MINUS
      if (negative) at++
      const first = at
      let value = bytes[at]! ^ ZERO
      if (value > 9) break
      let digit = bytes[++at]! ^ ZERO
      while (digit < 10 && at < first + INT_DIGITS) {
        value = (Math.imul(value, 10) + digit) | 0
        digit = bytes[++at]! ^ ZERO
      }
      if (bytes[first] === ZERO && at > first + 1) break
      let point = at
      if (bytes[at] === 0x2e) {
        const limit = first + INT_DIGITS + 1
        point = ++at
        if (at + 4 <= limit) {
          const four = fourDigits(view.getInt32(at, true))
          if (four >= 0) {
            value = (Math.imul(value, 10_000) + four) | 0
            at += 4
          }
        }
        digit = bytes[at]! ^ ZERO
        while (digit < 10 && at < limit) {
          value = (Math.imul(value, 10) + digit) | 0
          digit = bytes[++at]! ^ ZERO
        }
        if (at === point) break
      }
      if (bytes[at] !== COMMA) break
      const number = value / EXACT_POWERS[at - point]!
      doubles[length++] = negative ? -number : number
      pos = at + 1
      if (bytes[pos] === SPACE) pos++
    }
    this.length = length
    cursor.pos = pos
  }

  /** A number of any form. Among integers a whole one stays one (1.0, 1e3); another one widens the list. */
  private takeOne(cursor: Cursor): void {
    if (this.isWide) {
      readDecimal(cursor, this.doubles, this.length++)
      return
    }
    readDecimal(cursor, this.one, 0)
    const value = this.one[0]!
    const whole = value | 0
    if (Object.is(value, whole)) {
      this.bits |= whole
      this.integers[this.length++] = whole
      return
    }
    this.widen()
    this.doubles[this.length++] = value
  }

  /** Integers become doubles in the same memory, from the back, so that none is overwritten before it is read. */
  private widen(): void {
    for (let i = this.length - 1; i >= 0; i--) this.doubles[i] = this.integers[i]!
    this.isWide = true
  }

  /** Makes room for `count` more numbers and one. */
  private reserve(count: number): void {
    this.chunkEnd = this.length + count
    if (this.chunkEnd < this.doubles.length) return
    const doubles = new Float64Array(this.doubles.length * 2)
    const integers = new Int32Array(doubles.buffer)
    if (this.isWide) doubles.set(this.doubles.subarray(0, this.length))
    else integers.set(this.integers.subarray(0, this.length))
    this.doubles = doubles
    this.integers = integers
  }
}
