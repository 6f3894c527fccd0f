import { type Condition, holdsStored } from '../record-query.ts'
import type { SqlType } from '../tables/index.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import { ARRAY_BYTES, type PackedColumn } from './packed-column.ts'
import type { Selection } from './selection.ts'
import { TextCodes } from './text-codes.ts'

/** Codes are worth it where at most this share of the rows has a text of its own that was not there before; in small blocks, where that says little, so many. */
const MOST_NEW_SHARE = 0.5
const MOST_NEW = 256

/** Texts that recur, as codes. */
export class CodedColumn implements PackedColumn {
  readonly #codes: Uint16Array
  readonly #type: SqlType
  readonly #texts: TextCodes

  private constructor(codes: Uint16Array, type: SqlType, texts: TextCodes) {
    this.#codes = codes
    this.#type = type
    this.#texts = texts
  }

  /** Undefined where most texts are new, or there are too many of them. */
  static of(values: readonly (string | null)[], type: SqlType, texts: TextCodes): CodedColumn | undefined {
    const isNew = new Set(values.filter((value) => value !== null && texts.find(value) === undefined))
    if (isNew.size > Math.max(MOST_NEW, MOST_NEW_SHARE * values.length)) return undefined
    const codes = new Uint16Array(values.length)
    for (const [row, value] of values.entries()) {
      const code = value === null ? TextCodes.NULL : texts.add(value)
      if (code === undefined) return undefined
      codes[row] = code
    }
    return new CodedColumn(codes, type, texts)
  }

  get bytes(): number {
    return ARRAY_BYTES + this.#codes.byteLength
  }

  at(row: number): string | null {
    const code = this.#codes[row]!
    return code === TextCodes.NULL ? null : this.#texts.textOf(code)
  }

  narrow(rows: Selection, condition: Condition): void {
    const { compares, value } = condition
    const code = compares === '=' && typeof value !== 'bigint' ? (this.#texts.find(String(value)) ?? -1) : undefined
    if (code === undefined) rows.keepFlagged(this.#codes, this.#flags(condition))
    else rows.keepCode(this.#codes, code)
  }

  /** Which codes are of a text that meets the condition. */
  #flags(condition: Condition): Uint8Array {
    const flags = new Uint8Array(TextCodes.NULL + 1)
    for (const [code, text] of this.#texts.texts.entries()) flags[code] = holdsStored(text, this.#type, condition) ? 1 : 0
    return flags
  }

  canOrder(order: KeyOrder): boolean {
    return order === 'text'
  }

  keys(_: KeyOrder, room: Float64Array): Keys {
    const codes = this.#codes
    const { places } = this.#texts
    for (let row = 0; row < codes.length; row += 1) room[row] = codes[row] === TextCodes.NULL ? Number.NaN : places[codes[row]!]!
    return room
  }
}
