import { Cursor } from './cursor.ts'
import { readDecimal } from './decimal.ts'
import { KeySequence } from './key-sequence.ts'
import { refuseNotFinite, startsWith } from './not-finite.ts'
import { type NumberColumn, NumberList } from './number-list.ts'
import { NumberRows } from './number-rows.ts'
import { refuse } from './refuse.ts'
import { ScalarArrays } from './scalar-array.ts'
import { takeShortNumber } from './short-number.ts'
import { readRepeatedStrings, readString, StringCache } from './strings.ts'

const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const QUOTE = 0x22
const COLON = 0x3a
const MINUS = 0x2d
const LETTER_F = 0x66
const LETTER_N = 0x6e
const LETTER_T = 0x74
/** Shorter arrays of numbers stay plain arrays. */
const TYPED_LENGTH = 8

/** Arrays of numbers that were read before, by the byte of their opening bracket, and the byte behind their closing one. */
export type KnownColumns = ReadonlyMap<number, { readonly values: NumberColumn; readonly end: number }>

/** Short strings met in this text or others before it (reading never yields): small requests then make no string anew. */
const keyCache = new StringCache()
const valueCache = new StringCache()

/** Reads one JSON text by recursive descent. */
export class Reader {
  private readonly cursor: Cursor
  private readonly maxDepth: number
  private readonly numbers = new NumberList()
  private readonly scalars = new ScalarArrays()
  private readonly number = new Float64Array(1)

  /** Whether arrays at the cursor may become typed. */
  private isColumn: boolean
  private readonly columns: ReadonlySet<string> | undefined
  private readonly known: KnownColumns | undefined

  constructor(bytes: Uint8Array, maxDepth: number, columns: ReadonlySet<string> | undefined, known: KnownColumns | undefined) {
    this.cursor = new Cursor(bytes)
    this.maxDepth = maxDepth
    this.columns = columns
    this.known = known
    this.isColumn = columns === undefined
  }

  /** The whole text: one value, nothing behind it. */
  read(): unknown {
    const { cursor } = this
    const { bytes } = cursor
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) refuse('malformed_json', bytes, 0, 'the text begins with a byte order mark: send UTF-8 without one')
    cursor.skipSpace()
    const value = this.value()
    cursor.skipSpace()
    if (cursor.pos < cursor.end) this.unexpected('the end of the text')
    return value
  }

  private value(): unknown {
    const { cursor } = this
    const byte = cursor.peek()
    if (byte === QUOTE) return readString(cursor, valueCache)
    if (byte === OPEN_OBJECT) return this.object()
    if (byte === OPEN_ARRAY) return this.array()
    return byte === MINUS || (byte ^ 0x30) < 10 ? this.aNumber() : this.word(byte)
  }

  private aNumber(): number {
    const short = takeShortNumber(this.cursor)
    if (short !== undefined) return short
    readDecimal(this.cursor, this.number, 0)
    return this.number[0]!
  }

  private word(first: number): boolean | null {
    if (first === LETTER_T) return this.literal('true', true)
    if (first === LETTER_F) return this.literal('false', false)
    if (first === LETTER_N) return this.literal('null', null)
    return this.noValue()
  }

  private literal<T>(text: string, value: T): T {
    const { cursor } = this
    if (!startsWith(cursor.bytes, cursor.pos, text)) this.noValue()
    cursor.pos += text.length
    return value
  }

  private noValue(): never {
    refuseNotFinite(this.cursor)
    this.unexpected('a value')
  }

  private object(): Record<string, unknown> {
    const { cursor } = this
    this.enter()
    const object: Record<string, unknown> = {}
    let keys: KeySequence | undefined = KeySequence.none
    let byte = cursor.skipSpace()
    if (byte === CLOSE_OBJECT) return this.leave(object)
    for (;;) {
      if (byte !== QUOTE) this.unexpected('a key in double quotes')
      const start = cursor.pos
      const key = readString(cursor, keyCache)
      keys = keys?.and(key)
      if (keys === undefined) this.checkKey(object, key, start)
      if (cursor.skipSpace() !== COLON) this.unexpected('a colon')
      cursor.pos++
      cursor.skipSpace()
      if (cursor.depth === 1 && this.columns !== undefined) this.isColumn = this.columns.has(key)
      object[key] = this.value()
      byte = cursor.skipSpace()
      if (byte === CLOSE_OBJECT) return this.leave(object)
      if (byte !== COMMA) this.unexpected('a comma or }')
      cursor.pos++
      byte = cursor.skipSpace()
    }
  }

  private checkKey(object: Record<string, unknown>, key: string, start: number): void {
    const { bytes } = this.cursor
    if (Object.hasOwn(object, key)) refuse('duplicate_key', bytes, start, `the key ${JSON.stringify(key)} stands twice in one object: keep one of them`)
    if (key === '__proto__') refuse('malformed_json', bytes, start, 'the key "__proto__" is not accepted: use another name')
  }

  private array(): unknown {
    const { cursor } = this
    const start = cursor.pos
    this.enter()
    const known = this.isColumn ? this.known?.get(start) : undefined
    if (known !== undefined) {
      cursor.pos = known.end - 1
      return this.leave(known.values)
    }
    const byte = cursor.skipSpace()
    if (byte === CLOSE_ARRAY) return this.leave([])
    if (byte === MINUS || (byte ^ 0x30) < 10) return this.numberArray()
    if (byte === OPEN_ARRAY && this.isColumn) {
      const rows = this.rows()
      if (rows !== undefined) return this.leave(rows)
      cursor.pos = start + 1
      cursor.skipSpace()
    }
    return byte === OPEN_ARRAY || byte === OPEN_OBJECT ? this.items([]) : this.scalarArray()
  }

  /** An array whose first item is no number, array or object. */
  private scalarArray(): unknown[] {
    const { cursor } = this
    const items: unknown[] = []
    if (readRepeatedStrings(cursor, valueCache, items)) {
      if (cursor.peek() !== CLOSE_ARRAY) this.unexpected('a comma or ]')
      return this.leave(items)
    }
    const rest = this.scalars.read(cursor)
    if (rest === undefined) return this.items(items)
    return this.leave(items.length === 0 ? rest : items.concat(rest))
  }

  private numberArray(): unknown {
    const { cursor, numbers } = this
    numbers.clear(false)
    const ended = numbers.read(cursor)
    if (!ended) return this.items(numbers.toPlain())
    if (cursor.peek() !== CLOSE_ARRAY) this.unexpected('a comma or ]')
    return this.leave(this.isColumn && numbers.length >= TYPED_LENGTH ? numbers.toTyped() : numbers.toPlain())
  }

  /** The items from the cursor on, behind those already in `items`. */
  private items(items: unknown[]): unknown[] {
    const { cursor } = this
    for (;;) {
      items.push(this.value())
      const byte = cursor.skipSpace()
      if (byte === CLOSE_ARRAY) return this.leave(items)
      if (byte !== COMMA) this.unexpected('a comma or ]')
      cursor.pos++
      if (cursor.skipSpace() === CLOSE_ARRAY) this.unexpected('a value after the comma')
    }
  }

  /** Equally long arrays of numbers, up to the closing bracket; undefined, with the cursor anywhere, when the array is anything else. */
  private rows(): NumberRows | undefined {
    const { cursor, numbers } = this
    numbers.clear(true)
    let rows = 0
    let columns = 0
    for (;;) {
      if (cursor.peek() !== OPEN_ARRAY || cursor.depth === this.maxDepth) return undefined
      cursor.pos++
      cursor.skipSpace()
      if (!numbers.read(cursor) || cursor.peek() !== CLOSE_ARRAY) return undefined
      cursor.pos++
      if (++rows === 1) columns = numbers.length
      if (numbers.length !== rows * columns) return undefined
      const byte = cursor.skipSpace()
      if (byte === CLOSE_ARRAY) return numbers.length < TYPED_LENGTH ? undefined : new NumberRows(rows, columns, numbers.toTyped() as Float64Array)
      if (byte !== COMMA) return undefined
      cursor.pos++
      cursor.skipSpace()
    }
  }

  private enter(): void {
    const { cursor } = this
    if (cursor.depth === this.maxDepth) refuse('malformed_json', cursor.bytes, cursor.pos, `arrays and objects are nested deeper than ${this.maxDepth} levels: flatten the data`)
    cursor.depth++
    cursor.pos++
  }

  private leave<T>(value: T): T {
    this.cursor.depth--
    this.cursor.pos++
    return value
  }

  private unexpected(wanted: string): never {
    const { bytes, pos, end } = this.cursor
    if (pos >= end) refuse('malformed_json', bytes, pos, `the text ends where ${wanted} is due: the text was cut off`)
    const byte = bytes[pos]!
    const found = byte > 0x20 && byte < 0x7f ? `'${String.fromCharCode(byte)}'` : `byte 0x${byte.toString(16).padStart(2, '0')}`
    refuse('malformed_json', bytes, pos, `found ${found} where ${wanted} is due`)
  }
}
