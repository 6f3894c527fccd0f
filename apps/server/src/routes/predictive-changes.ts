import type { Endpoint, PREDICTIVE_CHANGES, PredictiveTableName } from '@benchcast/core/api'
import { PREDICTIVE_TABLES } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { Services } from '../services.ts'
import type { PredictiveCount, PredictiveCounts } from '../storage/store.ts'
import { wireRow } from '../unified-database/predictive.ts'
import type { Call } from './call.ts'
import { startedExport } from './component-database.ts'
import type { Handler } from './handler.ts'

// The endpoints of the tables are made by one function; their outputs are checked by the tests.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyHandler = Handler<Endpoint<any, any, any, any>>

const TABLES = Object.keys(PREDICTIVE_TABLES) as readonly PredictiveTableName[]

/** Deletes rows; gives how many there were. The predictor that serves stays, and measurements that are gone are not learned from. */
async function deleteRows(table: PredictiveTableName, ids: readonly string[], { store, predictions }: Services): Promise<number> {
  const { activeId } = predictions
  if (table === 'models' && ids.includes(activeId)) throw new BenchcastError('forbidden', `The predictor '${activeId}' serves: activate another one first (POST /models/prior/activate).`)
  const count = await store.deleteRecords({ [table]: ids })
  if (table === 'measurements' && count > 0) await predictions.relearn()
  return count
}

const deleteOne =
  (table: PredictiveTableName): AnyHandler =>
  async ({ params, services }: Call) => {
    const { id } = params as { readonly id: string }
    if ((await deleteRows(table, [id], services)) === 0) throw notFound(table, `There is no row '${id}'`)
    return { status: 'success', message: `'${id}' was deleted.`, timestamp: services.now() }
  }

const deleteMany =
  (table: PredictiveTableName): AnyHandler =>
  async (call: Call) => {
    const { ids } = call.body() as unknown as { readonly ids: readonly string[] }
    const asked = [...new Set(ids)]
    const count = await deleteRows(table, asked, call.services)
    if (count === 0) throw notFound(table, `None of these ${asked.length} rows is there`)
    return { status: 'success', message: `${count} of ${asked.length} rows were deleted${count < asked.length ? '; the others were not there' : ''}.`, timestamp: call.services.now() }
  }

const notFound = (table: PredictiveTableName, what: string) =>
  new BenchcastError('row_not_found', `${what} among the ${PREDICTIVE_TABLES[table].title}: GET /api/db/predictive-performance/${PREDICTIVE_TABLES[table].path} lists those there are.`)

const rowsOf = (counts: PredictiveCounts, key: keyof PredictiveCounts): readonly object[] =>
  counts[key].map(({ name, ...count }: PredictiveCount & { readonly name: string }) => ({ [key]: name, ...count }))

const DAY_MS = 86_400_000
const LATEST = 10

const performance: AnyHandler = async ({ query, services: { store, now } }: Call) => {
  const { days, model_name } = query as unknown as { readonly days: number; readonly model_name?: string }
  const generated_at = now()
  const sinceUs = BigInt(Date.parse(generated_at) - days * DAY_MS) * 1000n
  const [counts, { rows }] = await Promise.all([store.predictiveCounts({ sinceUs, model_name }), store.listRecords('measurements', { limit: LATEST, offset: 0, sinceUs, equals: { model_name } })])
  return {
    daily_stats: rowsOf(counts, 'date').toSorted((a, b) => dateOf(b).localeCompare(dateOf(a))),
    model_stats: rowsOf(counts, 'model_name'),
    hardware_stats: rowsOf(counts, 'hardware'),
    latest_measurements: rows.map((record) => wireRow('measurements', record, store)),
    generated_at,
  }
}

const dateOf = (row: object): string => (row as { readonly date: string }).date

const hardwareStats: AnyHandler = async ({ query, services: { store } }: Call) => rowsOf(await store.predictiveCounts(query as unknown as { readonly model_name?: string }), 'hardware')

const ofEach = (suffix: string, make: (table: PredictiveTableName) => AnyHandler) => Object.fromEntries(TABLES.map((table) => [`${table}Database${suffix}`, make(table)]))

/** The handlers that delete, export and count the tables of the predictive database. */
export const PREDICTIVE_CHANGE_HANDLERS = {
  ...ofEach('DeleteOne', deleteOne),
  ...ofEach('DeleteMany', deleteMany),
  predictiveDatabaseExport: (call: Call) => startedExport(call, call.body() as object),
  predictiveDatabaseHardwareStats: hardwareStats,
  predictiveDatabasePerformance: performance,
} as unknown as { readonly [Name in keyof typeof PREDICTIVE_CHANGES]: AnyHandler }
