import type { Cursor } from './cursor.ts'
import { copyFinite, numberBlock } from './number-block.ts'
import { CHUNK, NumberChunk } from './number-chunk.ts'

const MINUS = 0x2d
const COMMA = 0x2c
/** A column may keep this share of unused room; with more it is copied. */
const SLACK = 1.05
/** A column grows by this factor at most. Room that stays untouched costs no memory. */
const GROWTH = 16

const NO_BYTES = new Uint8Array(0)
const NO_DOUBLES = new Float64Array(0)

export type NumberColumn = Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>

/** Where numbers pass through. Shared by all reads (reading never yields), so that a small request allocates nothing here. */
const chunk = new NumberChunk()

/** An array of numbers being read: into a column of the smallest type that holds those read so far, chunk by chunk. */
export class NumberList {
  /** The numbers of earlier chunks; the last ones are still in the chunk. */
  private column: NumberColumn = NO_BYTES
  private stored = 0
  private startedAt = 0
  /** Numbers in the long column before: those of one request are equally long. */
  private previous = 0

  get length(): number {
    return this.stored + chunk.length
  }

  /** Forgets the numbers; the next ones are doubles from the start when `isWide`. */
  clear(isWide: boolean): void {
    this.column = isWide ? NO_DOUBLES : NO_BYTES
    this.stored = 0
    chunk.clear(isWide)
  }

  /**
   * Reads `number , number , ...` for as long as items are numbers, from the first byte of an item. True: the cursor stands behind
   * a number that no comma follows (space skipped). False: it stands where an item is due that is no number.
   */
  read(cursor: Cursor): boolean {
    if (this.length === 0) this.startedAt = cursor.pos
    for (;;) {
      if (chunk.length === CHUNK) {
        const isHard = chunk.hard > CHUNK / 2
        this.store(cursor)
        if (isHard) this.takeBlocks(cursor)
      }
      if (chunk.isWide ? chunk.takeDecimals(cursor) || chunk.takeDoubles(cursor) : chunk.takeIntegers(cursor)) return true
      if (chunk.length < CHUNK) {
        const byte = cursor.skipSpace()
        if (byte !== MINUS && (byte ^ 0x30) > 9) return false
        chunk.takeOne(cursor)
        if (cursor.peek() !== COMMA && cursor.skipSpace() !== COMMA) return true
        cursor.pos++
      }
    }
  }

  /** The numbers in the smallest of Uint8Array, Int32Array and Float64Array that holds them all. */
  toTyped(): NumberColumn {
    this.reserve(this.length)
    this.append()
    if (this.stored > CHUNK) this.previous = this.stored
    return this.stored * SLACK < this.column.length ? this.column.slice(0, this.stored) : this.column.subarray(0, this.stored)
  }

  toPlain(): number[] {
    const items: number[] = []
    for (let i = 0; i < this.stored; i++) items.push(this.column[i]!)
    const { doubles, integers, length, isWide } = chunk
    for (let i = 0; i < length; i++) items.push(isWide ? doubles[i]! : integers[i]!)
    return items
  }

  /** Moves the full chunk to the column, which gets room for all the numbers that seem to follow. */
  private store(cursor: Cursor): void {
    this.makeRoom(cursor, 0)
    this.append()
  }

  private takeBlocks(cursor: Cursor): void {
    for (;;) {
      const before = cursor.pos
      const items = numberBlock(cursor)
      if (items === undefined) return
      this.makeRoom(cursor, items.length)
      if (!copyFinite(items, this.column as Float64Array, this.stored)) {
        cursor.pos = before
        return
      }
      this.stored += items.length
    }
  }

  /** Room for `more` numbers beside those of the chunk, and for those that may follow: as many as in the column before, or as the text has room for. */
  private makeRoom(cursor: Cursor, more: number): void {
    const needed = this.length + more
    if (needed <= this.column.length) return
    const bytesPerNumber = (cursor.pos - this.startedAt) / this.length
    const possible = needed + Math.ceil((1.02 * (cursor.end - cursor.pos)) / bytesPerNumber)
    this.reserve(needed < this.previous ? this.previous : Math.min(possible, GROWTH * needed))
  }

  /** Gives the column the type that chunk and column need together, and room for `capacity` numbers where it has less. */
  private reserve(capacity: number): void {
    const { column } = this
    const Type = chunk.isWide || column instanceof Float64Array ? Float64Array : chunk.bits >>> 8 !== 0 || column instanceof Int32Array ? Int32Array : Uint8Array
    if (column instanceof Type && column.length >= capacity) return
    this.column = new Type(Math.max(capacity, column.length))
    this.column.set(column.subarray(0, this.stored))
  }

  private append(): void {
    this.reserve(this.length)
    this.column.set((chunk.isWide ? chunk.doubles : chunk.integers).subarray(0, chunk.length), this.stored)
    this.stored += chunk.length
    chunk.clear(chunk.isWide)
  }
}
