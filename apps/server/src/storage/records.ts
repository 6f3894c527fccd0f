import type { PredictiveTableName } from '@benchcast/core/api'
import { microseconds } from './instant.ts'
import { RECORD_TABLES, type RecordTable } from './tables/index.ts'
import type { SqlType } from './tables/table.ts'
import type { PendingRow, SqlValue } from './writes.ts'

/** Kinds of records: predictions, measurements ... */
export type RecordName = keyof typeof RECORD_TABLES

export const RECORD_NAMES = Object.keys(RECORD_TABLES) as readonly RecordName[]

interface Values {
  bigint: number
  integer: number
  double: number
  'double?': number | null
  text: string
  'text?': string | null
  json: unknown
}
type Columns<N extends RecordName> = (typeof RECORD_TABLES)[N]['columns']

/** A record as the program sees it: its columns by name, JSON columns parsed; `seq`, `position` and `created_us` are the store's own. */
export type RecordOf<N extends RecordName> = {
  readonly [C in Exclude<keyof Columns<N>, 'seq' | 'position' | 'created_us'>]: Columns<N>[C] extends SqlType ? Values[Columns<N>[C]] : never
}

/** Records to be written with a change of a task. */
export type NewRecords = { readonly [N in RecordName]?: readonly RecordOf<N>[] }

/** Rows of runs. */
export type RunRows = 'testRuns' | 'generatorTasks' | 'benchmarkRuns' | 'results'

/** Kinds of records that can be deleted. */
export type DeletableName = RunRows | 'batches' | 'audit' | PredictiveTableName

/** Ids of records, by kind. */
export type RecordIds = { readonly [N in DeletableName]?: readonly string[] }

export const asRecordTable = (name: RecordName): RecordTable => RECORD_TABLES[name] as unknown as RecordTable

/** Columns of a kind of record that are listed: all but the heavy ones and the store's own. */
export const listedColumns = (name: RecordName): readonly string[] => {
  const { columns, heavy } = asRecordTable(name)
  return Object.keys(columns).filter((column) => !OWN.has(column) && !heavy.includes(column))
}
const OWN = new Set(['seq', 'position', 'created_us'])

/** The rows that hold the records, in the order given. */
export function recordRows(records: NewRecords): readonly PendingRow[] {
  return (Object.entries(records) as [RecordName, readonly RecordOf<RecordName>[]][]).flatMap(([name, list]) => list.map((record, position) => pendingRow(name, record, position)))
}

function pendingRow(name: RecordName, record: RecordOf<RecordName>, position: number): PendingRow {
  const table = asRecordTable(name)
  const values: Record<string, SqlValue> = { position, created_us: microseconds(record.timestamp) }
  for (const [column, value] of Object.entries(record)) values[column] = table.columns[column] === 'json' ? JSON.stringify(value) : (value as SqlValue)
  return { table, values }
}

/** A row as it was read, as a record: JSON columns parsed, the store's own columns left out. */
export function recordOf<N extends RecordName>(name: N, row: Readonly<Record<string, unknown>>): RecordOf<N> {
  const { columns } = asRecordTable(name)
  const record: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) if (!OWN.has(column)) record[column] = columns[column] === 'json' ? JSON.parse(value as string) : value
  return record as RecordOf<N>
}

/** Without its heavy columns: what memory keeps and lists show. */
export function lightened<N extends RecordName>(name: N, record: RecordOf<N>): RecordOf<N> {
  const { heavy } = asRecordTable(name)
  if (heavy.length === 0) return record
  return Object.fromEntries(Object.entries(record).filter(([column]) => !heavy.includes(column))) as RecordOf<N>
}
