import { CodedColumn, type CodedValue } from '@benchcast/core/json'
import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, withRoom } from './sink.ts'

/** Codes that stand for no value and for one that is in no list. */
const NULL_CODE = 65_534
const UNKNOWN_CODE = 65_535
/** Longest list of values a column of codes may have. */
export const MOST_VALUES = 60_000

/** A value came that the list of values does not hold: the list was made of the beginning of the file. */
export class UnknownValue extends Error {}

interface CodeOptions {
  /** `values[code]` is what a code stands for. */
  readonly values: readonly CodedValue[]
  readonly rows: number
  readonly mayMiss: boolean
}

/** One of few values a row. */
export class CodeSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  readonly #values: readonly CodedValue[]
  readonly #nullCode: number | undefined
  #codes: Uint8Array | Uint16Array
  #used = 0

  /** @param code SQL of the code of a row; null for a value that is in no list */
  constructor(place: ColumnPlace, { value, code }: { readonly value: string; readonly code: string }, { values, rows, mayMiss }: CodeOptions) {
    this.expressions = [`coalesce(${code}, CASE WHEN ${value} IS NULL THEN ${NULL_CODE} ELSE ${UNKNOWN_CODE} END)::USMALLINT`]
    this.#place = place
    this.#values = mayMiss ? [...values, null] : values
    this.#nullCode = mayMiss ? values.length : undefined
    this.#codes = this.#values.length <= 256 ? new Uint8Array(rows) : new Uint16Array(rows)
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    this.#codes = withRoom(this.#codes, this.#used + rows)
    for (let i = 0; i < rows; i++) {
      const code = vector!.getItem(i) as number
      this.#codes[this.#used + i] = code < NULL_CODE ? code : this.#special(code, this.#used + i)
    }
    this.#used += rows
  }

  finish(): CodedColumn {
    return new CodedColumn(this.#values, cut(this.#codes, this.#used))
  }

  #special(code: number, row: number): number {
    if (code === UNKNOWN_CODE) throw new UnknownValue()
    return this.#nullCode ?? missing(this.#place, row)
  }
}
