import { NumberRows } from '@benchcast/core/json'
import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, withRoom } from './sink.ts'
import { numbersOf } from './vector-numbers.ts'

/** Several numbers a row, as class probabilities are: a column each, or a list. */
export class TableSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  #values: Float64Array
  #rows = 0

  /** @param rows how many will come, as far as known */
  constructor(place: ColumnPlace, expressions: readonly string[], rows: number) {
    this.expressions = expressions.map((expression) => `coalesce(${expression}, 'nan'::DOUBLE)::DOUBLE`)
    this.#place = place
    this.#values = new Float64Array(rows * expressions.length)
  }

  read(vectors: readonly DuckDBVector[], rows: number): void {
    const width = vectors.length
    this.#values = withRoom(this.#values, (this.#rows + rows) * width)
    for (let column = 0; column < width; column++) this.#readOne(numbersOf(vectors[column]!, rows, Float64Array), column)
    this.#rows += rows
  }

  finish(): NumberRows | Float64Array {
    const width = this.expressions.length
    const values = cut(this.#values, this.#rows * width)
    return width === 1 ? values : new NumberRows(this.#rows, width, values)
  }

  #readOne(numbers: Float64Array, column: number): void {
    const [values, width] = [this.#values, this.expressions.length]
    for (let i = 0, at = this.#rows * width + column; i < numbers.length; i++, at += width) {
      const value = numbers[i]!
      if (!Number.isFinite(value)) missing(this.#place, this.#rows + i, 'finite number')
      values[at] = value
    }
  }
}
