import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, withRoom } from './sink.ts'
import { numbersOf } from './vector-numbers.ts'

/** Numbers of any size: 32-bit integers where they hold them all, else doubles. */
export class NumberSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  #values: Int32Array | Float64Array
  #used = 0

  /** @param rows how many will come, as far as known */
  constructor(place: ColumnPlace, expression: string, rows: number) {
    this.expressions = [`coalesce(${expression}::DOUBLE, 'NaN'::DOUBLE)`]
    this.#place = place
    this.#values = new Int32Array(rows)
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    const numbers = numbersOf(vector!, rows, Float64Array)
    const unusable = numbers.findIndex((value) => !Number.isFinite(value))
    if (unusable >= 0) missing(this.#place, this.#used + unusable, 'finite number')
    this.#values = withRoom(this.#values, this.#used + rows)
    if (this.#values instanceof Int32Array && !numbers.every(isInt32)) this.#values = new Float64Array(this.#values)
    this.#values.set(numbers, this.#used)
    this.#used += rows
  }

  finish(): Int32Array | Float64Array {
    return cut(this.#values, this.#used)
  }
}

const isInt32 = (value: number): boolean => Object.is(value | 0, value)
