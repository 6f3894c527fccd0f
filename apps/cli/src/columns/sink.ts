import type { Column } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { DuckDBVector } from '@duckdb/node-api'

/** Takes one column of a request out of a file, piece by piece. */
export interface Sink {
  /** What to select for it: one expression for each vector it reads. */
  readonly expressions: readonly string[]
  read(vectors: readonly DuckDBVector[], rows: number): void
  finish(): Column
}

/** Where a column is, for people. */
export interface ColumnPlace {
  readonly path: string
  readonly column: string
}

/** A value came that was not expected after a look at the beginning of the file: read it with wider sinks. */
export class UnexpectedValue extends Error {}

/** Refuses a cell without a value. @param row from 0 */
export function missing({ path, column }: ColumnPlace, row: number, what = 'value'): never {
  throw new BenchcastError('missing_value', `${path}, column ${column}, data row ${row + 1}: there is no ${what}. Leave the row out, or give its ${what}.`)
}

type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array

/** The same array, or a larger one with its values, that has room for `length`. */
export function withRoom<T extends Numbers>(values: T, length: number): T {
  if (length <= values.length) return values
  const grown = new (values.constructor as new (length: number) => T)(Math.max(length, 2 * values.length))
  grown.set(values)
  return grown
}

/** The first `length` values; in an array of their own where much room is left. */
export const cut = <T extends Numbers>(values: T, length: number): T => (values.length > 1.25 * length ? values.slice(0, length) : values.subarray(0, length)) as T
