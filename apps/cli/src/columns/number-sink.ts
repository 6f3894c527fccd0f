import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, withRoom } from './sink.ts'

/** Numbers of any size: 32-bit integers where they hold them all, else doubles. */
export class NumberSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  #values: Int32Array | Float64Array
  #used = 0

  /** @param rows how many will come, as far as known */
  constructor(place: ColumnPlace, expression: string, rows: number) {
    this.expressions = [`${expression}::DOUBLE`]
    this.#place = place
    this.#values = new Int32Array(rows)
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    this.#values = withRoom(this.#values, this.#used + rows)
    for (let i = 0; i < rows; i++) {
      const value = vector!.getItem(i) as number | null
      if (value === null || !Number.isFinite(value)) missing(this.#place, this.#used + i, 'finite number')
      if (this.#values instanceof Int32Array && !Object.is(value | 0, value)) this.#values = Float64Array.from(this.#values)
      this.#values[this.#used + i] = value
    }
    this.#used += rows
  }

  finish(): Int32Array | Float64Array {
    return cut(this.#values, this.#used)
  }
}
