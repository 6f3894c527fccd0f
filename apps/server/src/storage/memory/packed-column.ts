import type { Condition } from '../record-query.ts'
import type { SqlType } from '../tables/index.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import type { Selection } from './selection.ts'

/** A value as the database holds it: JSON is its text. */
export type Stored = string | number | null

/** Values of one column of a block of records, packed by what they are. */
export interface PackedColumn {
  readonly bytes: number
  /** The smallest and the largest of the numbers, where it is known. */
  readonly range?: readonly [low: number, high: number]
  at(row: number): Stored
  /** Leaves the rows for which the condition holds, as `holds` tells of a record. */
  narrow(rows: Selection, condition: Condition): void
  /** Whether numbers can order the rows so; texts of it get their places by this. */
  canOrder(order: KeyOrder): boolean
  /** A number for each row that orders them as the database does by this column, NaN for NULL; in `room`, unless they are there already. */
  keys(order: KeyOrder, room: Float64Array): Keys
}

/** An array and its wrappers beside its values. */
export const ARRAY_BYTES = 200

export const isTextual = (type: SqlType): boolean => type === 'json' || type.startsWith('text')
