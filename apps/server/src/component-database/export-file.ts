import { csvCell } from '@benchcast/core/report'
import type { Store } from '../storage/store.ts'
import { componentColumns } from '../unified-database/export-columns.ts'
import { writeRows, writeWhole } from '../unified-database/whole-file.ts'
import type { ComponentDatabase, Row } from './database.ts'

/** What is exported, in the words of the wire. */
export interface ExportRequest {
  readonly filename: string
  readonly include_metrics: boolean
  readonly include_rows: boolean
  readonly include_batches: boolean
}

/** Rows that are read at a time. */
const PAGE = 500

/** Every record of a table, newest first. What is written meanwhile shifts the pages, so that a record may come twice: it is given once. */
async function* recordsOf(store: Store, name: ComponentDatabase['rows'] | 'batches', idColumn: string, equals: Readonly<Record<string, string>> = {}) {
  const seen = new Set<unknown>()
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await store.listRecords(name, { limit: PAGE, offset, equals })
    for (const record of rows as readonly Row[]) {
      if (seen.has(record[idColumn])) continue
      seen.add(record[idColumn])
      yield record
    }
    if (rows.length < PAGE) return
  }
}

const idOf = ({ rows, component }: ComponentDatabase): string => (rows === 'results' ? 'result_id' : component.idField)

async function* jsonText(database: ComponentDatabase, request: ExportRequest, store: Store, exportedAt: string): AsyncGenerator<string> {
  const { component, noun, rows, row, figures } = database
  yield `{"component":${JSON.stringify(component.id)},"exported_at":${JSON.stringify(exportedAt)}`
  if (request.include_rows) yield* list(`${noun}s`, recordsOf(store, rows, idOf(database)), (record) => [row(record as never)])
  const measured = (record: Row) => figures(record as never).map((figure) => ({ [component.idField]: record[component.idField], model_name: record.model_name, ...figure }))
  if (request.include_metrics) yield* list('metrics', recordsOf(store, rows, idOf(database)), measured)
  if (request.include_batches) yield* list('batches', recordsOf(store, 'batches', 'batch_id', { component: component.id }), (record) => [record])
  yield '}\n'
}

async function* list(name: string, records: AsyncIterable<Row>, items: (record: Row) => readonly object[]): AsyncGenerator<string> {
  yield `,${JSON.stringify(name)}:[`
  let separator = ''
  for await (const record of records) {
    for (const item of items(record)) {
      yield `${separator}${JSON.stringify(item)}`
      separator = ','
    }
  }
  yield ']'
}

const cellOf = (value: unknown): string => csvCell(typeof value === 'number' || typeof value === 'string' ? value : value == null ? '' : Array.isArray(value) ? value.join(' ') : JSON.stringify(value))

const lineOf = (values: readonly unknown[]): string => `${values.map(cellOf).join(',')}\r\n`

async function* csvText(database: ComponentDatabase, store: Store): AsyncGenerator<string> {
  let columns: readonly string[] | undefined
  for await (const record of recordsOf(store, database.rows, idOf(database))) {
    const row = database.row(record as never)
    if (columns === undefined) {
      columns = Object.keys(row)
      yield lineOf(columns)
    }
    yield lineOf(columns.map((column) => row[column]))
  }
}

/** Writes an export into a folder, which is made when needed; a file of that name is replaced once the new one is whole. Gives its path from the results folder. */
export async function writeExport(database: ComponentDatabase, request: ExportRequest, { store, resultsFolder, now, signal }: ExportWorld): Promise<string> {
  const { filename } = request
  const place = { folder: resultsFolder, part: database.component.id, filename, signal }
  if (filename.endsWith('.csv')) return writeWhole(place, csvText(database, store))
  if (filename.endsWith('.json')) return writeWhole(place, jsonText(database, request, store, now()))
  const whole = { columns: componentColumns(database), filter: { limit: 0, offset: 0 } }
  return writeRows(place, store, { name: database.rows, request: whole })
}

interface ExportWorld {
  readonly store: Store
  readonly resultsFolder: string
  readonly now: () => string
  readonly signal: AbortSignal
}
