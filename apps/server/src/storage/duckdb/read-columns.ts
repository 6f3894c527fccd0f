import type { DuckDBConnection } from '@duckdb/node-api'
import { isTextual, type Stored } from '../memory/packed-column.ts'
import { asRecordTable, listedColumns, type RecordName } from '../records.ts'
import { FIELD_MARK, NULL_MARK } from './marks.ts'

/** Writes after one up to another, of each the records before a position. */
export type Range = readonly [after: number, upTo: number, before?: number]

/** Listed columns of records, in the order of writes. */
export interface ColumnPiece {
  readonly columns: Readonly<Record<string, readonly Stored[]>>
  readonly rows: number
}

/**
 * Reads columns. The texts of one come as one long text, which takes a third of the time of as many short ones; they come one by one
 * where a mark is part of a text, which the counts tell.
 */
export async function readColumns(connection: DuckDBConnection, name: RecordName, range: Range): Promise<ColumnPiece> {
  const { columns } = asRecordTable(name)
  const listed = listedColumns(name)
  const [texts, numbers] = [listed.filter((column) => isTextual(columns[column]!)), listed.filter((column) => !isTextual(columns[column]!))]
  const parted = await readTexts(connection, name, texts, range)
  const values = await readValues(connection, name, [...numbers, ...texts.filter((column) => parted.columns[column] === undefined)], range)
  return { columns: Object.fromEntries(listed.map((column) => [column, parted.columns[column] ?? values[column]!])), rows: parted.rows }
}

const from = (name: RecordName, names: readonly string[]): string =>
  `SELECT ${['seq', ...names].join(', ')} FROM ${asRecordTable(name).name} WHERE seq > $1 AND seq <= $2 AND position < $3 ORDER BY seq, position`

const parameters = ([after, upTo, before = Number.MAX_SAFE_INTEGER]: Range) => [BigInt(after), BigInt(upTo), BigInt(before)]

const inSql = (mark: string): string => `chr(${mark.codePointAt(0)})`

async function readValues(connection: DuckDBConnection, name: RecordName, names: readonly string[], range: Range): Promise<Record<string, readonly Stored[]>> {
  const reader = await connection.runAndReadAll(from(name, names), parameters(range))
  const [, ...values] = reader.getColumnsJS() as Stored[][]
  return Object.fromEntries(names.map((column, index) => [column, values[index] ?? []]))
}

async function readTexts(connection: DuckDBConnection, name: RecordName, names: readonly string[], range: Range) {
  const figures = names.flatMap((column) => [`string_agg(coalesce(${column}, ${inSql(NULL_MARK)}), ${inSql(FIELD_MARK)})`, `count(${column})`])
  const reader = await connection.runAndReadAll(`SELECT count(*), ${figures.join(', ')} FROM (${from(name, names)})`, parameters(range))
  const [rows, ...found] = reader.getRowsJS()[0]!.map((value) => (typeof value === 'bigint' ? Number(value) : value)) as [number, ...unknown[]]
  const columns = names.map((column, index) => [column, partsOf(found[2 * index] as string | null, rows, found[2 * index + 1] as number)] as const)
  return { rows, columns: Object.fromEntries(columns) }
}

/** The texts in one; undefined where they cannot be told apart. */
function partsOf(text: string | null, rows: number, notNull: number): readonly (string | null)[] | undefined {
  if (text === null) return []
  const parts = text.split(FIELD_MARK)
  const isNull = parts.filter((part) => part === NULL_MARK).length
  if (parts.length !== rows || rows - isNull !== notNull) return undefined
  return isNull === 0 ? parts : parts.map((part) => (part === NULL_MARK ? null : part))
}
