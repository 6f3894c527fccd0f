import { CodedColumn, type CodedValue } from '@benchcast/core/json'
import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, UnexpectedValue, withRoom } from './sink.ts'
import { numbersOf } from './vector-numbers.ts'

/** Longest list of values a column of codes may have. */
export const MOST_VALUES = 60_000
const MOST_IN_BYTES = 250

interface CodeOptions {
  /** `values[code]` is what a code stands for. */
  readonly values: readonly CodedValue[]
  readonly rows: number
  /** A missing value is a value of its own. */
  readonly mayMiss: boolean
}

/** One of few values a row. */
export class CodeSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  readonly #values: readonly CodedValue[]
  readonly #mayMiss: boolean
  /** Largest code: no value. One less: a value that is in no list. */
  readonly #none: number
  #codes: Uint8Array | Uint16Array
  #used = 0

  /** @param code SQL of the code of a row; null for a value that is in no list */
  constructor(place: ColumnPlace, { value, code }: { readonly value: string; readonly code: string }, { values, rows, mayMiss }: CodeOptions) {
    const inBytes = values.length <= MOST_IN_BYTES
    this.#none = inBytes ? 255 : 65_535
    this.expressions = [`coalesce(${code}, CASE WHEN ${value} IS NULL THEN ${this.#none} ELSE ${this.#none - 1} END)::${inBytes ? 'UTINYINT' : 'USMALLINT'}`]
    this.#place = place
    this.#values = mayMiss ? [...values, null] : values
    this.#mayMiss = mayMiss
    this.#codes = inBytes ? new Uint8Array(rows) : new Uint16Array(rows)
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    const codes = this.#codes instanceof Uint8Array ? numbersOf(vector!, rows, Uint8Array) : numbersOf(vector!, rows, Uint16Array)
    if (codes.includes(this.#none - 1)) throw new UnexpectedValue()
    this.#codes = withRoom(this.#codes, this.#used + rows)
    this.#codes.set(codes, this.#used)
    this.#used += rows
    this.#codeMissing(this.#used - rows)
  }

  finish(): CodedColumn {
    return new CodedColumn(this.#values, cut(this.#codes, this.#used))
  }

  #codeMissing(first: number): void {
    const piece = this.#codes.subarray(first, this.#used)
    for (let at = piece.indexOf(this.#none); at >= 0; at = piece.indexOf(this.#none, at + 1)) {
      if (!this.#mayMiss) missing(this.#place, first + at)
      piece[at] = this.#values.length - 1
    }
  }
}
