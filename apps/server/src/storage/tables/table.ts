import type { ColumnType } from 'kysely'

/** Column types of the portable subset. There are no defaults, keys or indexes; a type that ends in `?` may hold NULL, `json` is text that is parsed where rows become records. */
export type SqlType = 'bigint' | 'integer' | 'double' | 'double?' | 'text' | 'text?' | 'json'

interface JsTypes {
  bigint: ColumnType<number, number | bigint, never>
  integer: ColumnType<number, number, never>
  double: ColumnType<number, number, never>
  'double?': ColumnType<number | null, number | null, never>
  text: ColumnType<string, string, never>
  'text?': ColumnType<string | null, string | null, never>
  json: ColumnType<string, string, never>
}

/** The type of each column in the database, without NULL. */
export const SQL_NAME: Readonly<Record<SqlType, string>> = { bigint: 'BIGINT', integer: 'INTEGER', double: 'DOUBLE', 'double?': 'DOUBLE', text: 'VARCHAR', 'text?': 'VARCHAR', json: 'VARCHAR' }

export interface Table<Name extends string = string, Columns extends Record<string, SqlType> = Record<string, SqlType>> {
  readonly name: Name
  readonly columns: Columns
  /** Rows are small (a kilobyte or two) and may be many. */
  readonly isNarrow?: boolean
}

/** The row of a table as Kysely sees it. */
export type RowOf<T extends Table> = { [Column in keyof T['columns']]: JsTypes[T['columns'][Column]] }

/** A table as data: its name and its columns in order. */
export const table = <Name extends string, Columns extends Record<string, SqlType>>(name: Name, columns: Columns): Table<Name, Columns> => ({ name, columns })
