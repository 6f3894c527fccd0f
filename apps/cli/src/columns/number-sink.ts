import { BenchcastError } from '@benchcast/core/errors'
import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, withRoom } from './sink.ts'

/** Numbers, in the smallest of bytes, 32-bit integers and doubles that holds them all. */
export class NumberSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  #values: Uint8Array | Int32Array | Float64Array
  #used = 0

  /** @param rows how many will come, as far as known */
  constructor(place: ColumnPlace, expression: string, rows: number) {
    this.expressions = [expression]
    this.#place = place
    this.#values = new Uint8Array(rows)
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    this.#values = withRoom(this.#values, this.#used + rows)
    for (let i = 0; i < rows; i++) {
      const value = vector!.getItem(i) as number | null
      if (value === null) missing(this.#place, this.#used + i)
      if (!this.#holds(value)) this.#widen(value, this.#used + i)
      this.#values[this.#used + i] = value
    }
    this.#used += rows
  }

  finish() {
    return cut(this.#values, this.#used)
  }

  #holds(value: number): boolean {
    const values = this.#values
    return values instanceof Float64Array ? Number.isFinite(value) : Object.is(values instanceof Uint8Array ? value & 255 : value | 0, value)
  }

  #widen(value: number, row: number): void {
    const { path, column } = this.#place
    if (!Number.isFinite(value)) throw new BenchcastError('not_finite', `${path}, column ${column}, data row ${row + 1}: ${value} is not a finite number.`)
    const wider = Object.is(value | 0, value) && this.#values instanceof Uint8Array ? new Int32Array(this.#values.length) : new Float64Array(this.#values.length)
    wider.set(this.#values.subarray(0, row))
    this.#values = wider
  }
}
