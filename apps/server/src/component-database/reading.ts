import { COMPONENT_ROWS, columnsOf, filtersOf } from '@benchcast/core/api'
import type { RunBook } from '../runs/run-book.ts'
import { type Condition, holds, holdsText, isNewestFirst } from '../storage/record-query.ts'
import type { RecordFilter, RecordOf, RunCount, Store } from '../storage/store.ts'
import { RECORD_TABLES } from '../storage/tables/index.ts'
import { cursorAfter, type FilterQuery, recordFilter } from '../unified-database/filters.ts'
import { statsBy, totals, unfinishedCount } from './counts.ts'
import type { ComponentDatabase, Figures, Row } from './database.ts'

export interface World {
  readonly store: Store
  readonly runs: RunBook
}

/** Statuses as they are stored. */
const stored = (database: ComponentDatabase, condition: Condition): Condition => (condition.column === 'status' && condition.value === database.failed ? { ...condition, value: 'failed' } : condition)

/** A page of rows. */
interface RowPage {
  readonly rows: readonly Row[]
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null
}

/** The filter of stored rows that a query asks for. */
export function rowFilter(database: ComponentDatabase, query: FilterQuery, now: string): RecordFilter {
  const filter = filterOf(database, query, now)
  return { ...filter, where: filter.where?.map((condition) => stored(database, condition)) }
}

const filterOf = ({ component }: ComponentDatabase, query: FilterQuery, now: string): RecordFilter => recordFilter(query, filtersOf(columnsOf(COMPONENT_ROWS[component.id])), 'started_at', now)

/** Rows that match: those of unfinished runs first where the newest come first, each newest first. */
export async function listRows(database: ComponentDatabase, query: FilterQuery, { store, runs, now }: World & { readonly now: () => string }): Promise<RowPage> {
  const filter = filterOf(database, query, now())
  const unfinished = isNewestFirst(filter) ? unfinishedRows(database, runs, filter) : []
  const first = unfinished.slice(filter.offset, filter.offset + filter.limit)
  const rest = { ...filter, limit: filter.limit - first.length, offset: Math.max(0, filter.offset - unfinished.length), where: filter.where?.map((condition) => stored(database, condition)) }
  const { rows: records } = rest.limit === 0 ? { rows: [] } : await store.listRecords(database.rows, rest)
  const last = records.at(-1)
  const next = last === undefined || records.length < rest.limit ? null : cursorAfter(last, RECORD_TABLES[database.rows].idColumn, query)
  return { rows: [...first, ...records.map((record) => database.row(record as never))], next }
}

function unfinishedRows({ unfinishedRow, component }: ComponentDatabase, runs: RunBook, { where = [] }: RecordFilter): readonly Row[] {
  if (unfinishedRow === undefined) return []
  const rows = runs.unfinished(component).map(({ state }) => unfinishedRow(state))
  return rows.filter((row) => where.every((condition) => holds(row, condition)))
}

/** Rows that hold a text, ignoring case: those of unfinished runs first, each newest first. */
export async function searchRows(database: ComponentDatabase, { query, limit }: { readonly query: string; readonly limit: number }, { store, runs }: World): Promise<readonly Row[]> {
  const containing = { text: query, columns: database.searched }
  const unfinished = unfinishedRows(database, runs, { limit, offset: 0 }).filter((row) => holdsText(row, containing))
  const first = unfinished.slice(0, limit)
  return first.length === limit ? first : [...first, ...(await storedRows(database, { limit: limit - first.length, offset: 0, containing }, store))]
}

export async function storedRows({ rows, row }: ComponentDatabase, filter: RecordFilter, store: Store): Promise<readonly Row[]> {
  return (await store.listRecords(rows, filter)).rows.map((record) => row(record as never))
}

/** Every run of a model or of all, of all time or since, counted. */
export async function countsOf({ rows, component, unfinishedRow }: ComponentDatabase, { store, runs }: World, filter: Pick<RecordFilter, 'sinceUs' | 'equals'> = {}): Promise<readonly RunCount[]> {
  const unfinished = unfinishedRow === undefined ? [] : runs.unfinished(component).map(({ state }) => unfinishedCount(state))
  const model = filter.equals?.model_name
  return [...unfinished.filter(({ model_name }) => model === undefined || model_name === model), ...(await store.countRuns(rows, filter))]
}

/** Newest runs that are shown, and newest rows whose figures are averaged. */
const LATEST = 10
const MOST_AVERAGED = 10_000

/** What went on since an instant. */
export async function performanceSince(database: ComponentDatabase, world: World, { sinceUs, model_name }: { readonly sinceUs: bigint; readonly model_name: string | undefined }) {
  const { noun, rows, figures } = database
  const filter = { sinceUs, equals: { model_name } }
  const counts = await countsOf(database, world, filter)
  const { rows: records } = await world.store.listRecords(rows, { limit: MOST_AVERAGED, offset: 0, ...filter })
  return {
    daily_stats: statsBy('date', counts, noun),
    model_stats: statsBy('model_name', counts, noun),
    hardware_stats: statsBy('hardware', counts, noun),
    [`latest_${noun}s`]: records.slice(0, LATEST).map((record) => database.row(record as never)),
    performance_metrics: averages(records.flatMap((record) => figures(record as never).map((figure) => ({ model_name: record.model_name, ...figure })))),
  }
}

type Measured = Figures & { readonly model_name: string }

function averages(measured: readonly Measured[]) {
  const groups = Map.groupBy(measured, ({ model_name, hardware }) => JSON.stringify([model_name, hardware]))
  return [...groups.values()].map((group) => {
    const mean = (figure: 'latency' | 'throughput' | 'memory') => group.reduce((sum, each) => sum + each[figure], 0) / group.length
    const { model_name, hardware } = group[0]!
    return { model_name, hardware, measurements: group.length, latency_ms: mean('latency'), throughput_items_per_sec: mean('throughput'), memory_mb: mean('memory') }
  })
}

/** More than any batch has. */
const WHOLE_BATCH = 10_000

/** Rows of the runs of a batch; those that were deleted are not among them. */
export async function batchRows(database: ComponentDatabase, { batch_id, run_ids }: Pick<RecordOf<'batches'>, 'batch_id' | 'run_ids'>, world: World): Promise<readonly Row[]> {
  const { columns } = RECORD_TABLES[database.rows]
  if ('batch_id' in columns) return (await listRows(database, { limit: WHOLE_BATCH, batch_id }, { ...world, now: () => new Date(0).toISOString() })).rows
  const pages = (run_ids as readonly string[]).map((run_id) => storedRows(database, { limit: WHOLE_BATCH, offset: 0, equals: { run_id } }, world.store))
  return (await Promise.all(pages)).flat()
}

/** A batch as it is listed. */
export async function batchRow(database: ComponentDatabase, batch: RecordOf<'batches'>, world: World): Promise<Row> {
  const { batch_id, timestamp, run_ids } = batch
  const { noun, failed } = database
  const rows = await batchRows(database, batch, world)
  const counts = rows.map(({ status }) => ({ ...ONE, status: status === failed ? 'failed' : isUnfinished(status) ? 'running' : String(status) }))
  return { batch_id, status: batchStatus([...counts, ...(await runStatuses(database, batch, world))], failed), created_at: timestamp, [`${noun}_ids`]: run_ids, ...totals(counts, noun) }
}

/** Statuses of the runs themselves, where a row is a configuration that one of them has measured. */
async function runStatuses({ component, rows }: ComponentDatabase, { run_ids }: RecordOf<'batches'>, { runs }: World): Promise<readonly { readonly status: string }[]> {
  if (rows !== 'results') return []
  const found = await Promise.all((run_ids as readonly string[]).map((id) => runs.find(component, id)))
  return found.flatMap((run) => (run === undefined ? [] : [{ status: isUnfinished(run.state.status) ? 'running' : run.state.status }]))
}

const ONE = { model_name: '', hardware: '', day: '', runs: 1, total_duration: 0, min_duration: 0, max_duration: 0, latest: '' }

export const isUnfinished = (status: unknown): boolean => status === 'initializing' || status === 'running'

function batchStatus(counts: readonly { readonly status: string }[], failed: string): string {
  if (counts.some(({ status }) => status === 'running')) return 'running'
  return counts.every(({ status }) => status === 'completed') ? 'completed' : failed
}
