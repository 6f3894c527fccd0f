import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { CommandError } from '../exit-codes.ts'
import type { FileReader } from './reader.ts'
import { literal, pathLiteral } from './sql.ts'

/** How a file is read: the function of DuckDB, by the ending of its name. */
const READERS = { parquet: 'read_parquet', csv: 'read_csv', ndjson: 'read_ndjson', json: 'read_json' } as const
export type FileFormat = keyof typeof READERS
export const FILE_FORMATS = Object.keys(READERS) as FileFormat[]

const ENDINGS: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.(parquet|pq)$/i, 'parquet'],
  [/\.(csv|tsv|txt)(\.(gz|zst))?$/i, 'csv'],
  [/\.(ndjson|jsonl)(\.(gz|zst))?$/i, 'ndjson'],
  [/\.json(\.(gz|zst))?$/i, 'json'],
]

export interface FileColumn {
  readonly name: string
  readonly kind: ColumnKind
}
/** What a column holds, as far as reading goes. */
export type ColumnKind = 'boolean' | 'integer' | 'long' | 'real' | 'text' | 'list' | 'other'

/** A file with a table of predictions in it. */
export interface Source {
  /** For people. */
  readonly path: string
  /** The name of the file without its ending, or the one that was given: what a model without a name of its own is called. */
  readonly name: string
  readonly format: FileFormat
  readonly columns: readonly FileColumn[]
  /** The file as a relation of SQL. */
  readonly relation: string
}

/** @example formatOf('predictions.csv.gz') // 'csv' */
export const formatOf = (path: string): FileFormat | undefined => ENDINGS.find(([ending]) => ending.test(path))?.[1]

/** A file's name without folder and endings. */
export const stemOf = (path: string): string =>
  basename(path)
    .replace(/\.(gz|zst)$/i, '')
    .replace(/\.[a-z]+$/i, '') || 'predictions'

/**
 * Looks at the columns of a file. Exit code 5 when there is none; a usage error when its name does not tell the format.
 *
 * @param texts columns of a CSV file that are texts, whatever they look like
 */
export async function openSource(
  reader: FileReader,
  file: { readonly path: string; readonly title?: string; readonly name?: string; readonly format?: FileFormat },
  texts: readonly string[] = [],
): Promise<Source> {
  const { path, title = path, name = stemOf(title), format = formatOf(path) } = file
  if (!existsSync(path)) throw new CommandError('notFound', `There is no file ${path}.`)
  if (format === undefined) throw new CommandError('usage', `The name of ${path} does not tell what it holds: end it in .csv, .parquet, .ndjson or .json, or give --input-format.`)
  const relation = relationOf(path, format, texts)
  const described = await reader.rows(`DESCRIBE SELECT * FROM ${relation}`)
  return { path: title, name, format, relation, columns: described.map(([column, type]) => ({ name: String(column), kind: kindOf(String(type)) })) }
}

/** What cells of a CSV file may be: yes, true and 2026-01-01 are names there, as the API would be sent them. */
const CSV_TYPES = "['BIGINT', 'DOUBLE', 'VARCHAR']"

function relationOf(path: string, format: FileFormat, texts: readonly string[]): string {
  const types = texts.length === 0 ? '' : `, types = {${texts.map((column) => `${literal(column)}: 'VARCHAR'`).join(', ')}}`
  return `${READERS[format]}(${pathLiteral(path)}${format === 'csv' ? `, header = true, auto_type_candidates = ${CSV_TYPES}${types}` : ''})`
}

const KINDS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/\]$/, 'list'],
  [/^BOOLEAN$/, 'boolean'],
  [/^U?(TINYINT|SMALLINT)$|^INTEGER$/, 'integer'],
  [/^(UINTEGER|U?BIGINT|U?HUGEINT)$/, 'long'],
  [/^(FLOAT|DOUBLE|DECIMAL)/, 'real'],
  [/^(STRUCT|MAP|UNION|BLOB|BIT|JSON)/, 'other'],
]
const kindOf = (type: string): ColumnKind => KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'text'
