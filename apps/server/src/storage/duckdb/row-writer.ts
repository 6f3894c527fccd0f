import type { DuckDBAppender, DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api'
import { SQL_NAME, type SqlType, TABLES, type Table } from '../tables/index.ts'
import type { Deletion, PendingRow, SqlValue } from '../writes.ts'
import { FIELD_MARK, NULL_MARK, ROW_MARK } from './marks.ts'

/** A row with its place in the order of writes. */
export interface PlacedRow extends PendingRow {
  readonly seq: number
}

/** Rows of one table that are appended on the event loop's thread. */
const MOST_APPENDED = 100

type Append = (appender: DuckDBAppender, value: SqlValue) => void

const appendDouble: Append = (appender, value) => appender.appendDouble(Number(value))
const appendText: Append = (appender, value) => appender.appendVarchar(String(value))
const unlessNull =
  (append: Append): Append =>
  (appender, value) =>
    value == null ? appender.appendNull() : append(appender, value)

const APPEND: Readonly<Record<SqlType, Append>> = {
  bigint: (appender, value) => appender.appendBigInt(BigInt(value!)),
  integer: (appender, value) => appender.appendInteger(Number(value)),
  double: appendDouble,
  'double?': unlessNull(appendDouble),
  text: appendText,
  'text?': unlessNull(appendText),
  json: appendText,
}

/**
 * Inserts rows with one statement per table and one parameter, however many rows there are: their text, which DuckDB splits in a
 * thread of its own. Measured for groups of 25 runs of 10 kB, per run: the event loop's thread works 23 us (53 with a list per
 * column, which makes an object of every value) and all threads together 124 us (204).
 *
 * Narrow rows are appended instead. Measured for 25 predictions with their tasks: 2.6 ms of CPU (5.6 as text), 1.6 of them on the
 * event loop (0.6), and the commit is there after 2.9 ms instead of 7.4. Hundreds at once would hold up the event loop, and as text their plan no longer counts.
 */
export class RowWriter {
  readonly #connection: DuckDBConnection
  readonly #statements = new Map<Table, Promise<DuckDBPreparedStatement>>()

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  async insert(rows: readonly PlacedRow[]): Promise<void> {
    for (const table of TABLES) {
      const own = rows.filter((row) => row.table === table)
      if (own.length > 0) await (table.isNarrow && own.length <= MOST_APPENDED ? this.#appendTo(table, own) : this.#insertInto(table, own))
    }
  }

  /** One statement per deletion, however many ids it has. */
  async delete(deletions: readonly Deletion[]): Promise<void> {
    for (const deletion of deletions) {
      const { table, idColumn, ids } = deletion
      const separator = absentFrom(ids, FIELD_MARK)
      const { rowsChanged } = await this.#connection.run(`DELETE FROM ${table.name} WHERE ${idColumn} IN (SELECT unnest(string_split($1, $2)))`, [ids.join(separator), separator])
      deletion.count = rowsChanged
    }
  }

  async #appendTo({ name, columns }: Table, rows: readonly PlacedRow[]): Promise<void> {
    const appender = await this.#connection.createAppender(name)
    const fields = Object.entries(columns).map(([column, type]) => [column, APPEND[type]] as const)
    for (const { seq, values } of rows) {
      for (const [column, append] of fields) append(appender, column === 'seq' ? seq : (values[column] ?? null))
      appender.endRow()
    }
    appender.closeSync()
  }

  async #insertInto(table: Table, rows: readonly PlacedRow[]): Promise<void> {
    const statement = await this.#statement(table)
    const columns = Object.keys(table.columns)
    const fields = rows.map(({ seq, values }) => columns.map((column) => (column === 'seq' ? seq : values[column]) ?? null))
    // JSON holds no such mark: its control characters are escaped.
    const texts = columns.flatMap((column, index) => (table.columns[column] === 'json' ? [] : fields.map((row) => String(row[index]))))
    const nullText = absentFrom(texts, NULL_MARK)
    const fieldSeparator = absentFrom(texts, FIELD_MARK)
    const lines = fields.map((row) => row.map((value) => value ?? nullText).join(fieldSeparator))
    const rowSeparator = absentFrom(texts, ROW_MARK)
    const parameters = [lines.join(rowSeparator), rowSeparator, fieldSeparator, ...(hasNull(table) ? [nullText] : [])]
    for (const [index, text] of parameters.entries()) statement.bindVarchar(index + 1, text)
    await statement.run().finally(() => statement.clearBindings())
  }

  #statement(table: Table): Promise<DuckDBPreparedStatement> {
    const known = this.#statements.get(table)
    if (known) return known
    const made = this.#connection.prepare(insertSql(table))
    this.#statements.set(table, made)
    return made
  }
}

/** A text that begins with `mark` and that no text holds. As it holds the mark once, nothing that ends with a part of it can be taken for it either. */
function absentFrom(texts: readonly string[], mark: string): string {
  let absent = mark
  for (let number = 0; texts.some((text) => text.includes(absent)); number += 1) absent = `${mark}${number}`
  return absent
}

const mayBeNull = (type: SqlType): boolean => type.endsWith('?')
const hasNull = ({ columns }: Table): boolean => Object.values(columns).some(mayBeNull)

/** The types of all parameters follow from the statement, and there is no nullif, which is a macro: otherwise DuckDB plans it anew whenever it runs, for longer than it then takes. */
function insertSql({ name, columns }: Table): string {
  const values = Object.values(columns).map((type, index) => {
    const field = `fields[${index + 1}]`
    return `(${mayBeNull(type) ? `CASE WHEN ${field} = $4::VARCHAR THEN NULL ELSE ${field} END` : field})::${SQL_NAME[type]}`
  })
  return `INSERT INTO ${name} (${Object.keys(columns).join(', ')}) SELECT ${values.join(', ')} FROM (SELECT string_split(unnest(string_split($1, $2)), $3) AS fields)`
}
