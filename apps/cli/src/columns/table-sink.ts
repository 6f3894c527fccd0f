import { BenchcastError } from '@benchcast/core/errors'
import { NumberRows } from '@benchcast/core/json'
import type { DuckDBVector } from '@duckdb/node-api'
import { type ColumnPlace, cut, missing, type Sink, withRoom } from './sink.ts'

/** Several numbers a row, as class probabilities are: a column each, or a list. */
export class TableSink implements Sink {
  readonly expressions: readonly string[]
  readonly #place: ColumnPlace
  #values: Float64Array
  #rows = 0

  constructor(place: ColumnPlace, expressions: readonly string[], rows: number) {
    this.expressions = expressions
    this.#place = place
    this.#values = new Float64Array(rows * expressions.length)
  }

  read(vectors: readonly DuckDBVector[], rows: number): void {
    const width = vectors.length
    this.#values = withRoom(this.#values, (this.#rows + rows) * width)
    for (let column = 0; column < width; column++) this.#readOne(vectors[column]!, rows, column)
    this.#rows += rows
  }

  finish(): NumberRows | Float64Array {
    const width = this.expressions.length
    const values = cut(this.#values, this.#rows * width)
    return width === 1 ? values : new NumberRows(this.#rows, width, values)
  }

  #readOne(vector: DuckDBVector, rows: number, column: number): void {
    const [values, width] = [this.#values, this.expressions.length]
    for (let i = 0, at = this.#rows * width + column; i < rows; i++, at += width) {
      const value = vector.getItem(i) as number | null
      if (value === null) missing(this.#place, this.#rows + i)
      if (!Number.isFinite(value)) throw new BenchcastError('not_finite', `${this.#place.path}, column ${this.#place.column}, data row ${this.#rows + i + 1}: ${value} is not a finite number.`)
      values[at] = value
    }
  }
}
