import type { Endpoint, ExportFormat } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { counted } from '@benchcast/core/report'
import { statsBy } from '../component-database/counts.ts'
import type { ComponentDatabase, Row } from '../component-database/database.ts'
import { batchRow, batchRows, countsOf, listRows, performanceSince, rowFilter, searchRows, storedRows } from '../component-database/reading.ts'
import type { Run } from '../runs/run-book.ts'
import type { RecordIds, RecordOf } from '../storage/store.ts'
import { exportAnswer } from '../unified-database/export-answer.ts'
import { componentColumns } from '../unified-database/export-columns.ts'
import type { FilterQuery } from '../unified-database/filters.ts'
import type { Call } from './call.ts'
import { once } from './idempotency.ts'
import { nextLink } from './pages.ts'

// The endpoints of the three components are made by one function; their outputs are checked by the tests.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyCall = Call<any>
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyHandler = (call: AnyCall) => Promise<any>

type Operation = 'List' | 'ExportRows' | 'Batches' | 'ModelStats' | 'HardwareStats' | 'One' | 'Batch' | 'Performance' | 'Search' | 'Export' | 'DeleteOne' | 'DeleteBatch'

/** The handlers of one component's database endpoints, by the names of the endpoint table. */
export function databaseHandlers<Name extends string>(prefix: Name, database: ComponentDatabase): { readonly [O in Operation as `${Name}${O}`]: AnyHandler } {
  return Object.fromEntries(Object.entries(handlersOf(database)).map(([operation, handler]) => [prefix + operation, handler])) as never
}

function handlersOf(database: ComponentDatabase): { readonly [O in Operation]: AnyHandler } {
  const { noun } = database
  return {
    List: async ({ query, services, request, reply }) => {
      const { rows, next } = await listRows(database, query as FilterQuery, services)
      if (next !== null && reply !== undefined) reply.header('link', nextLink(request.url, next))
      return rows
    },
    ExportRows: (call) => exportRows(database, call),
    Batches: (call) => batches(database, call),
    ModelStats: stats(database, 'model_name'),
    HardwareStats: stats(database, 'hardware'),
    One: async (call) => {
      const { state } = await runOf(database, call)
      return database.whole(state, await rowsOfRun(database, state.id, call))
    },
    Batch: async (call) => {
      const batch = await batchOf(database, call)
      return { ...(await batchRow(database, batch, call.services)), [`${noun}s`]: await batchRows(database, batch, call.services) }
    },
    Performance: async ({ query, services }) => {
      const { days, model_name } = query as { readonly days: number; readonly model_name?: string }
      const now = services.now()
      const sinceUs = BigInt(Date.parse(now) - days * DAY_MS) * 1000n
      return { ...(await performanceSince(database, services, { sinceUs, model_name })), generated_at: now }
    },
    Search: (call) => searchRows(database, call.body() as { readonly query: string; readonly limit: number }, call.services),
    Export: (call) => {
      const { [`include_${noun}s`]: include_rows, ...rest } = call.body() as Row
      return startedExport(call, { ...rest, include_rows })
    },
    DeleteOne: (call) => deleteOne(database, call),
    DeleteBatch: (call) => deleteBatch(database, call),
  }
}

const stats =
  (database: ComponentDatabase, by: 'model_name' | 'hardware'): AnyHandler =>
  async ({ query, services }) =>
    statsBy(by, await countsOf(database, services, { equals: query as ModelQuery }), database.noun)

function exportRows(database: ComponentDatabase, call: AnyCall) {
  const { component, noun, rows } = database
  const query = call.query as FilterQuery & { readonly format: ExportFormat }
  const filter = rowFilter(database, query, call.services.now())
  return exportAnswer(call, { name: rows, file: `${component.id}-${noun}s`, format: query.format, request: { columns: componentColumns(database), filter } })
}

type ModelQuery = { readonly model_name?: string }

const DAY_MS = 86_400_000
/** More than the configurations of any run. */
const WHOLE_RUN = 10_000

const startedText = (task_id: string, filename: string, timestamp: string): string =>
  JSON.stringify({ status: 'started', message: `${filename} is going to be written in the export folder of the server.`, timestamp, task_id })

/** Starts the task that writes a file, and says so. */
export const startedExport = (call: AnyCall, request: object) => {
  const { filename } = request as { readonly filename: string }
  return once(call as Call<Endpoint>, {
    make: async (bind) => {
      const task = await call.services.jobs.submit(call.name, request, bind)
      return startedText(task.id, filename, task.createdAt)
    },
    replay: async (id) => {
      const task = await call.services.jobs.book.find(id)
      return task && startedText(id, filename, task.createdAt)
    },
  })
}

async function batches(database: ComponentDatabase, { query, services }: AnyCall): Promise<readonly Row[]> {
  const { limit, status } = query as { readonly limit: number; readonly status?: string }
  const { rows } = await services.store.listRecords('batches', { limit: status === undefined ? limit : WHOLE_RUN, offset: 0, equals: { component: database.component.id } })
  const found: Row[] = []
  for (const batch of rows) {
    if (found.length === limit) break
    const row = await batchRow(database, batch, services)
    if (status === undefined || row.status === status) found.push(row)
  }
  return found
}

/** The run of the address. */
async function runOf({ component, noun }: ComponentDatabase, { params, services }: AnyCall): Promise<Run> {
  const id = (params as Readonly<Record<string, string>>)[component.idField]!
  const run = await services.runs.find(component, id)
  if (run === undefined)
    throw new BenchcastError(noun === 'run' ? 'run_not_found' : 'task_not_found', `There is no ${component.title} '${id}': GET /api/${component.id}/db/${noun}s lists those there are.`)
  return run
}

/** The batch of the address. */
async function batchOf({ component }: ComponentDatabase, { params, services }: AnyCall): Promise<RecordOf<'batches'>> {
  const { batch_id } = params as { readonly batch_id: string }
  const batch = await services.store.findRecord('batches', batch_id)
  if (batch?.component !== component.id)
    throw new BenchcastError('batch_not_found', `There is no batch '${batch_id}' of ${component.title}s: GET /api/${component.id}/db/batches lists those there are.`)
  return batch
}

/** Rows that were written while a run went on. */
const rowsOfRun = async (database: ComponentDatabase, id: string, { services }: AnyCall): Promise<readonly Row[]> =>
  database.rows === 'results' ? storedRows(database, { limit: WHOLE_RUN, offset: 0, equals: { run_id: id } }, services.store) : []

async function deleteOne(database: ComponentDatabase, call: AnyCall): Promise<object> {
  const { state } = await runOf(database, call)
  if (state.record === undefined) return answered(call, 'error', `The ${database.component.title} '${state.id}' has not ended: cancel it, or wait for its end.`)
  await call.services.store.deleteRecords(await recordsOf(database, [state.id], call))
  return answered(call, 'success', `The ${database.component.title} '${state.id}' was deleted.`)
}

/** Runs and, where these are rows of their own, what they measured. */
async function recordsOf({ component, rows }: ComponentDatabase, ids: readonly string[], { services: { store } }: AnyCall): Promise<RecordIds> {
  const pages = rows === 'results' ? await Promise.all(ids.map((run_id) => store.listRecords('results', { limit: WHOLE_RUN, offset: 0, equals: { run_id } }))) : []
  const results = pages.flatMap((page) => page.rows.map(({ result_id }) => result_id))
  return { [component.records]: ids, ...(results.length > 0 && { results }) }
}

async function deleteBatch(database: ComponentDatabase, call: AnyCall): Promise<object> {
  const { noun, component } = database
  const { batch_id, run_ids } = await batchOf(database, call)
  if (!(call.query as Readonly<Record<string, boolean | undefined>>)[`delete_${noun}s`]) {
    await call.services.store.deleteRecords({ batches: [batch_id] })
    return answered(call, 'success', `The batch '${batch_id}' was deleted.`)
  }
  const found = (await Promise.all((run_ids as readonly string[]).map((id) => call.services.runs.find(component, id)))).filter((run) => run !== undefined)
  const unfinished = found.filter(({ state }) => state.record === undefined).length
  if (unfinished > 0) return answered(call, 'error', `${unfinished} of the ${noun}s of batch '${batch_id}' have not ended: wait for their end.`)
  const ids = found.map(({ state }) => state.id)
  await call.services.store.deleteRecords({ batches: [batch_id], ...(ids.length > 0 && (await recordsOf(database, ids, call))) })
  return answered(call, 'success', `The batch '${batch_id}' was deleted${ids.length === 0 ? '' : ` with ${counted(ids.length, noun)}`}.`)
}

const answered = ({ services }: AnyCall, status: 'success' | 'error', message: string) => ({ status, message, timestamp: services.now() })
