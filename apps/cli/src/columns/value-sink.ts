import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, missing, type Sink } from './sink.ts'

/** Texts, or lists of texts or numbers. */
export class ValueSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  readonly #values: unknown[] = []

  constructor(place: ColumnPlace, expression: string) {
    this.expressions = [expression]
    this.#place = place
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    for (let i = 0; i < rows; i++) {
      const value: unknown = vector!.getItem(i)
      if (value === null) missing(this.#place, this.#values.length)
      this.#values.push(plain(value))
    }
  }

  finish(): readonly unknown[] {
    return this.#values
  }
}

/** DuckDB's lists and long integers as arrays and numbers. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value !== null && typeof value === 'object' && 'items' in value) return (value.items as readonly unknown[]).map(plain)
  return value
}
