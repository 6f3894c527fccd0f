import type { DuckDBVector } from '@duckdb/node-api'
import { cut, type Sink, UnexpectedValue, withRoom } from './sink.ts'
import { numbersOf } from './vector-numbers.ts'

/** Stands for everything that is no whole number from 0 to 254. */
const OTHER = 255

/** Whole numbers from 0 to 254, as most class labels are. */
export class ByteSink implements Sink {
  readonly expressions: readonly string[]
  #values: Uint8Array
  #used = 0

  /** @param rows how many will come, as far as known */
  constructor(expression: string, rows: number) {
    this.expressions = [`coalesce(TRY_CAST(${expression} AS UTINYINT), ${OTHER})::UTINYINT`]
    this.#values = new Uint8Array(rows)
  }

  read([vector]: readonly DuckDBVector[], rows: number): void {
    const values = numbersOf(vector!, rows, Uint8Array)
    if (values.includes(OTHER)) throw new UnexpectedValue()
    this.#values = withRoom(this.#values, this.#used + rows)
    this.#values.set(values, this.#used)
    this.#used += rows
  }

  finish(): Uint8Array {
    return cut(this.#values, this.#used)
  }
}
