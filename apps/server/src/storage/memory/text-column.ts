import { type Condition, holdsStored } from '../record-query.ts'
import type { SqlType } from '../tables/index.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import { ARRAY_BYTES, type PackedColumn } from './packed-column.ts'
import type { Selection } from './selection.ts'

/** Texts of which most are there once, as UTF-8 one after the other. */
export class TextColumn implements PackedColumn {
  readonly #type: SqlType
  readonly #text: Buffer
  /** Where each text ends. */
  readonly #ends: Uint32Array
  readonly #isNull: Uint8Array | undefined

  constructor(values: readonly (string | null)[], type: SqlType) {
    this.#type = type
    // A lone surrogate has no UTF-8, and two could become a character that was not there.
    const texts = values.map((value) => value?.toWellFormed() ?? '')
    this.#text = Buffer.from(texts.join(''))
    let end = 0
    this.#ends = Uint32Array.from(texts, (text) => {
      end += Buffer.byteLength(text)
      return end
    })
    if (values.includes(null)) this.#isNull = Uint8Array.from(values, (value) => (value === null ? 1 : 0))
  }

  get bytes(): number {
    return 2 * ARRAY_BYTES + this.#text.byteLength + this.#ends.byteLength + (this.#isNull?.byteLength ?? 0)
  }

  at(row: number): string | null {
    if (this.#isNull?.[row] === 1) return null
    return this.#text.toString('utf8', this.#startOf(row), this.#ends[row])
  }

  narrow(rows: Selection, condition: Condition): void {
    const { compares, value } = condition
    if (compares === '=' && typeof value === 'string' && value !== '') rows.keepListed(this.#rowsOf(Buffer.from(value)))
    else rows.keep((row) => holdsStored(this.at(row), this.#type, condition))
  }

  canOrder(): boolean {
    return false
  }

  keys(_: KeyOrder, room: Float64Array): Keys {
    return room
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : this.#ends[row - 1]!
  }

  /** Rows of exactly this text: the bytes are searched for, and count where a text begins and ends. */
  #rowsOf(text: Buffer): readonly number[] {
    const found: number[] = []
    for (let at = this.#text.indexOf(text); at >= 0; at = this.#text.indexOf(text, at + 1)) {
      const row = this.#rowAt(at)
      if (this.#startOf(row) === at && this.#ends[row] === at + text.length) found.push(row)
    }
    return found
  }

  /** The row whose text holds the byte at a place. */
  #rowAt(place: number): number {
    let [low, high] = [0, this.#ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#ends[middle]! > place) high = middle
      else low = middle + 1
    }
    return low
  }
}
