import type { KnownColumns, NumberColumn } from '@benchcast/core/json'

const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
/** Shorter arrays are read sooner than handed to another thread, bytes. */
const LONG = 256 * 1024
/** A body in which so many brackets mean nothing is left alone: looking at each would hold up the receiving thread. */
const MOST_IN_VAIN = 1000

/** Begins to read the array of numbers that `text` is; undefined when no thread is free. */
export type ReadColumn = (text: Uint8Array) => Promise<NumberColumn | undefined> | undefined

/**
 * Long arrays of numbers in a body that is being received: each is read by a free thread once it is there, while the rest arrives.
 * What looks like one is found by its brackets alone. A wrong guess (brackets inside a string) does no harm: the reader of the
 * whole body takes a column only where it meets that very bracket as a value, and the text of an array means the same everywhere.
 */
export class ColumnsAhead {
  readonly #body: Buffer
  readonly #read: ReadColumn
  readonly #columns = new Map<number, { readonly values: NumberColumn; readonly end: number }>()
  readonly #reading = new Set<Promise<void>>()
  #found: { readonly from: number; readonly to: number }[] = []
  #arrived = 0
  /** The opening bracket of what may be a column; -1 when none is open, and the next one is behind `#seen`. */
  #open = -1
  #seen = 0
  #inVain = 0

  /** `body`: the memory that the body fills. */
  constructor(body: Uint8Array, read: ReadColumn) {
    this.#body = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    this.#read = read
  }

  /** To be called when the first `length` bytes are in their place. */
  arrived(length: number): void {
    this.#look(this.#body.subarray(0, length), this.#arrived)
    this.#arrived = length
    this.#start()
  }

  /** The columns that were read, by the byte of their opening bracket, when those begun are done. */
  async columns(): Promise<KnownColumns> {
    this.#start()
    while (this.#reading.size > 0) await Promise.all(this.#reading)
    return this.#columns
  }

  /** Finds the arrays that end in `text` from byte `from` on. */
  #look(text: Buffer, from: number): void {
    while (this.#inVain < MOST_IN_VAIN) {
      if (this.#open < 0) this.#open = this.#nextOpen(text)
      if (this.#open < 0) return
      const close = text.indexOf(CLOSE_ARRAY, Math.max(from, this.#open))
      if (close < 0) return
      const open = this.#open + text.subarray(this.#open, close).lastIndexOf(OPEN_ARRAY)
      if (close - open < LONG) this.#inVain++
      else this.#found.push({ from: open, to: close + 1 })
      this.#open = -1
      this.#seen = close + 1
    }
    this.#open = -1
  }

  /** The next bracket that a number follows. */
  #nextOpen(text: Buffer): number {
    for (let open = text.indexOf(OPEN_ARRAY, this.#seen); open >= 0 && this.#inVain < MOST_IN_VAIN; open = text.indexOf(OPEN_ARRAY, open + 1)) {
      this.#seen = open
      if (open + 1 === text.length) return -1
      if (beginsNumber(text[open + 1]!)) return open
      this.#inVain++
    }
    this.#seen = text.length
    return -1
  }

  /** Begins as many columns as there are free threads. Where there is none, the body had better be read by the one that evaluates it. */
  #start(): void {
    while (this.#found.length > 0) {
      const { from, to } = this.#found[0]!
      const column = this.#read(this.#body.subarray(from, to))
      if (column === undefined) break
      this.#found.shift()
      const reading = this.#keep(column, from, to).finally(() => {
        this.#reading.delete(reading)
        this.#start()
      })
      this.#reading.add(reading)
    }
    if (this.#reading.size === 0) this.#found = []
  }

  /** A column that cannot be read here is read with the rest of the body, which also says what is wrong with it. */
  async #keep(column: Promise<NumberColumn | undefined>, from: number, end: number): Promise<void> {
    const values = await column.catch(() => undefined)
    if (values !== undefined) this.#columns.set(from, { values, end })
  }
}

/** Also a space: what follows it is looked at by the thread that reads. */
const beginsNumber = (byte: number): boolean => (byte ^ 0x30) < 10 || byte === 0x2d || byte <= 0x20
