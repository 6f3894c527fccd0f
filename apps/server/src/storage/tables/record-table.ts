import { type SqlType, type Table, table } from './table.ts'

/** What every record of the predictive API has: the write it came with, its place in it, when it was made, and whatever has no column of its own. */
const COMMON = { seq: 'bigint', position: 'integer', timestamp: 'text', created_us: 'bigint', metadata: 'json' } as const

/** A table of records: append-only rows that are listed newest first and found by one id. */
export interface RecordTable<Name extends string = string, Columns extends Record<string, SqlType> = Record<string, SqlType>, Id extends string = string> extends Table<Name, typeof COMMON & Columns> {
  readonly idColumn: Id
  /** Columns too large to be listed or kept in memory. */
  readonly heavy: readonly string[]
}

export const recordTable = <Name extends string, Columns extends Record<string, SqlType>, Id extends keyof Columns & string>(
  name: Name,
  idColumn: Id,
  columns: Columns,
  heavy: readonly (keyof Columns & string)[] = [],
): RecordTable<Name, Columns, Id> => ({
  ...table(name, { ...COMMON, ...columns }),
  isNarrow: heavy.length === 0,
  idColumn,
  heavy,
})

/** A configuration that is predicted or measured. */
export const CONFIGURATION = {
  model_name: 'text',
  model_family: 'text',
  batch_size: 'integer',
  sequence_length: 'integer',
  precision: 'text',
  mode: 'text',
} as const

/** Of a language model: prefill or decode, NULL where none was named, which is prefill. Files made before it came get it as their last column. */
export const PHASE = { phase: 'text?' } as const
