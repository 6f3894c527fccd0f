import type { ColumnType } from 'kysely'

/** Column types of the portable subset. Every column is NOT NULL; there are no defaults, keys or indexes. */
export type SqlType = 'bigint' | 'integer' | 'text'

interface JsTypes {
  bigint: ColumnType<number, number | bigint, never>
  integer: ColumnType<number, number, never>
  text: ColumnType<string, string, never>
}

export interface Table<Name extends string = string, Columns extends Record<string, SqlType> = Record<string, SqlType>> {
  readonly name: Name
  readonly columns: Columns
}

/** The row of a table as Kysely sees it. */
export type RowOf<T extends Table> = { [Column in keyof T['columns']]: JsTypes[T['columns'][Column]] }

/** A table as data: its name and its columns in order. */
export const table = <Name extends string, Columns extends Record<string, SqlType>>(name: Name, columns: Columns): Table<Name, Columns> => ({ name, columns })
