import { Cursor } from './cursor.ts'
import { readDecimal } from './decimal.ts'
import { KeySequence } from './key-sequence.ts'
import { type NumberColumn, NumberList } from './number-list.ts'
import { Place } from './place.ts'
import { refuse, unexpected } from './refuse.ts'
import { readRows } from './rows.ts'
import { takeShortNumber } from './short-number.ts'
import { readString, readStringAt, readStrings, StringCache } from './strings.ts'
import { isLetter, readWord, readWords } from './words.ts'

const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const QUOTE = 0x22
const COLON = 0x3a
const MINUS = 0x2d
/** Shorter arrays of numbers stay plain arrays. */
const TYPED_LENGTH = 8
/** Arrays of numbers that were read before, by the byte of their opening bracket, and the byte behind their closing one. */
export type KnownColumns = ReadonlyMap<number, { readonly values: NumberColumn; readonly end: number }>

/** Short strings met in this text or others before it (reading never yields): small requests then make no string anew. */
const keyCache = new StringCache()
const valueCache = new StringCache()
/** The top of every text. */
const top = new Place()
/** Where a place is not worth remembering. */
const elsewhere = new Place()
/** Where a number passes through. */
const number = new Float64Array(1)

/** Reads one JSON text by recursive descent. */
export class Reader {
  private readonly cursor: Cursor
  private readonly maxDepth: number
  private readonly numbers = new NumberList()
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
    const value = this.value(top)
    cursor.skipSpace()
    if (cursor.pos < cursor.end) unexpected(cursor, 'the end of the text')
    return value
  }

  private value(place: Place): unknown {
    const { cursor } = this
    const byte = cursor.peek()
    if (byte === QUOTE) return readStringAt(cursor, valueCache, place)
    if (byte === OPEN_OBJECT) return this.object(place)
    if (byte === OPEN_ARRAY) return this.array(place)
    return byte === MINUS || (byte ^ 0x30) < 10 ? this.aNumber() : readWord(cursor)
  }

  private aNumber(): number {
    const short = takeShortNumber(this.cursor)
    if (short !== undefined) return short
    readDecimal(this.cursor, number, 0)
    return number[0]!
  }

  private object(place: Place): Record<string, unknown> {
    const { cursor } = this
    const { bytes, view, end } = cursor
    this.enter()
    const object: Record<string, unknown> = {}
    let first: KeySequence | undefined
    let keys: KeySequence | undefined = KeySequence.none
    let next = place.firstKey
    for (;;) {
      let key: string
      if (next?.bytes.standAt(view, cursor.pos, end)) {
        cursor.pos += next.bytes.size
        keys = next
        key = keys.key
      } else {
        const from = cursor.pos++
        if (cursor.skipSpace() === CLOSE_OBJECT && keys === KeySequence.none) return this.leave(object)
        const start = cursor.pos
        key = this.key()
        keys = keys?.and(key)
        if (keys === undefined) this.checkKey(object, key, start)
        else {
          key = keys.key
          keys.learn(view, from, cursor.pos)
        }
      }
      first ??= keys
      cursor.skipSpace()
      if (cursor.depth === 1 && this.columns !== undefined) this.isColumn = this.columns.has(key)
      object[key] = this.value(keys?.value ?? elsewhere)
      const byte = bytes[cursor.pos] === COMMA ? COMMA : cursor.skipSpace()
      if (byte === CLOSE_OBJECT) {
        // Sequences that ended are forgotten or too long, and no help next time.
        place.firstKey = keys && first
        return this.leave(object)
      }
      if (byte !== COMMA) unexpected(cursor, 'a comma or }')
      next = keys?.next
    }
  }

  /** The key at the cursor, which moves to the value behind the colon. */
  private key(): string {
    const { cursor } = this
    if (cursor.peek() !== QUOTE) unexpected(cursor, 'a key in double quotes')
    const key = readString(cursor, keyCache)
    if (cursor.skipSpace() !== COLON) unexpected(cursor, 'a colon')
    cursor.pos++
    cursor.skipSpace()
    return key
  }

  private checkKey(object: Record<string, unknown>, key: string, start: number): void {
    const { bytes } = this.cursor
    if (Object.hasOwn(object, key)) refuse('duplicate_key', bytes, start, `the key ${JSON.stringify(key)} stands twice in one object: keep one of them`)
    if (key === '__proto__') refuse('malformed_json', bytes, start, 'the key "__proto__" is not accepted: use another name')
  }

  private array(place: Place): unknown {
    const { cursor } = this
    const start = cursor.pos
    this.enter()
    const known = this.isColumn ? this.known?.get(start) : undefined
    if (known !== undefined) {
      cursor.pos = known.end - 1
      return this.leave(known.values)
    }
    cursor.pos++
    const byte = cursor.skipSpace()
    if (byte === CLOSE_ARRAY) return this.leave([])
    if (byte === MINUS || (byte ^ 0x30) < 10) return this.numberArray(place)
    if (byte === OPEN_ARRAY && this.isColumn && cursor.depth < this.maxDepth) {
      const { pos } = cursor
      const rows = readRows(cursor, this.numbers, TYPED_LENGTH)
      if (rows !== undefined) return this.leave(rows)
      cursor.pos = pos
    }
    return this.items([], place.items)
  }

  private numberArray(place: Place): unknown {
    const { cursor, numbers } = this
    numbers.clear(false)
    const ended = numbers.read(cursor)
    if (!ended) return this.items(numbers.toPlain(), place.items)
    if (cursor.peek() !== CLOSE_ARRAY) unexpected(cursor, 'a comma or ]')
    return this.leave(this.isColumn && numbers.length >= TYPED_LENGTH ? numbers.toTyped() : numbers.toPlain())
  }

  /** The items from the cursor on, behind those already in `items`. */
  private items(items: unknown[], place: Place): unknown[] {
    const { cursor } = this
    const { bytes } = cursor
    for (;;) {
      const first = cursor.peek()
      if (first === QUOTE) readStrings(cursor, valueCache, place, items)
      else if (isLetter(first)) readWords(cursor, items)
      else items.push(this.value(place))
      const byte = bytes[cursor.pos] === COMMA ? COMMA : cursor.skipSpace()
      if (byte === CLOSE_ARRAY) return this.leave(items)
      if (byte !== COMMA) unexpected(cursor, 'a comma or ]')
      cursor.pos++
      if (cursor.skipSpace() === CLOSE_ARRAY) unexpected(cursor, 'a value after the comma')
    }
  }

  private enter(): void {
    const { cursor } = this
    if (cursor.depth === this.maxDepth) refuse('malformed_json', cursor.bytes, cursor.pos, `arrays and objects are nested deeper than ${this.maxDepth} levels: flatten the data`)
    cursor.depth++
  }

  private leave<T>(value: T): T {
    this.cursor.depth--
    this.cursor.pos++
    return value
  }
}
