import type { KnownColumns, NumberColumn } from '@benchcast/core/json'

const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
/** Shorter arrays are read sooner than handed to another thread, bytes. */
const LONG = 256 * 1024
/** A body with so many short arrays is left alone: looking at each would hold up the receiving thread. */
const MOST_SHORT = 1000

/** Begins to read an array of numbers in another thread; undefined when none is free. */
export type ReadColumn = (bytes: Uint8Array<SharedArrayBuffer>) => Promise<NumberColumn | undefined> | undefined

/**
 * Long arrays of numbers in a body that is being received: each is read by a free thread once it is there, while the rest arrives.
 * What looks like one is found by its brackets alone. A wrong guess (brackets inside a string) does no harm: the reader of the
 * whole body takes a column only where it meets that very bracket as a value, and the text of an array means the same everywhere.
 */
export class ColumnsAhead {
  readonly #bytes: Uint8Array<SharedArrayBuffer>
  readonly #text: Buffer
  readonly #read: ReadColumn
  readonly #waiting: { readonly from: number; readonly to: number }[] = []
  readonly #reading = new Set<Promise<void>>()
  readonly #columns = new Map<number, { readonly values: NumberColumn; readonly end: number }>()
  /** The byte behind the last closing bracket. */
  #closed = 0
  #arrived = 0
  #short = 0

  constructor(bytes: Uint8Array<SharedArrayBuffer>, read: ReadColumn) {
    this.#bytes = bytes
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#read = read
  }

  /** To be called when the first `length` bytes are there. */
  arrived(length: number): void {
    const text = this.#text.subarray(0, length)
    let close = text.indexOf(CLOSE_ARRAY, this.#arrived)
    while (close >= 0 && this.#short < MOST_SHORT) {
      this.#closing(close)
      close = text.indexOf(CLOSE_ARRAY, close + 1)
    }
    this.#arrived = length
    this.#start()
  }

  /** The columns that were read, by the byte of their opening bracket, when those begun are done. */
  async columns(): Promise<KnownColumns> {
    this.#start()
    while (this.#reading.size > 0) await Promise.all(this.#reading)
    return this.#columns
  }

  #closing(close: number): void {
    const open = this.#text.subarray(this.#closed, close).lastIndexOf(OPEN_ARRAY)
    const from = this.#closed + open
    this.#closed = close + 1
    if (open < 0 || close - from < LONG || !beginsNumber(this.#text[from + 1]!)) this.#short++
    else this.#waiting.push({ from, to: close + 1 })
  }

  /** Begins as many columns as there are free threads. */
  #start(): void {
    while (this.#waiting.length > 0) {
      const { from, to } = this.#waiting[0]!
      const column = this.#read(this.#bytes.subarray(from, to))
      if (column === undefined) return
      this.#waiting.shift()
      const reading = this.#keep(column, from, to).finally(() => {
        this.#reading.delete(reading)
        this.#start()
      })
      this.#reading.add(reading)
    }
  }

  /** A column that could not be read here is read with the rest of the body, which also says what is wrong with it. */
  async #keep(column: Promise<NumberColumn | undefined>, from: number, end: number): Promise<void> {
    const values = await column.catch(() => undefined)
    if (values !== undefined) this.#columns.set(from, { values, end })
  }
}

/** Also a space: what follows it is looked at by the thread that reads. */
const beginsNumber = (byte: number): boolean => (byte ^ 0x30) < 10 || byte === 0x2d || byte <= 0x20
