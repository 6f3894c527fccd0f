import { type DatabaseTable, PREDICTIVE_TABLES, type PredictiveTableName, tableFilters } from '@benchcast/core/api'
import { importanceWire, measurementWire, modelWire, predictionWire, recommendationWire } from '../predictions/wire-rows.ts'
import type { RecordFilter, RecordName, RecordOf, Store } from '../storage/store.ts'
import { RECORD_TABLES } from '../storage/tables/index.ts'
import { cursorAfter, type FilterQuery, recordFilter } from './filters.ts'
import { type PageText, pageTextsOf } from './page-texts.ts'

export type Row = Readonly<Record<string, unknown>>

/** A stored record as the table shows it. */
const WIRE: { readonly [N in PredictiveTableName]: (record: RecordOf<N>, store: Store) => Row } = {
  measurements: measurementWire,
  predictions: predictionWire,
  recommendations: (record, store) => recommendationWire(record, store.feedback()),
  models: modelWire,
  featureImportance: importanceWire,
  feedback: (record) => ({ id: record.feedback_id, ...record, accepted: record.accepted === 1 }),
  errors: ({ error_id: id, ...record }) => ({ id, ...record }),
}

/** Kinds of records that the rows of a table are made of. */
const SHOWN: Readonly<Record<PredictiveTableName, readonly RecordName[]>> = {
  measurements: ['measurements'],
  predictions: ['predictions'],
  recommendations: ['recommendations', 'feedback'],
  models: ['models'],
  featureImportance: ['featureImportance'],
  feedback: ['feedback'],
  errors: ['errors'],
}

export const wireRow = (name: PredictiveTableName, record: unknown, store: Store): Row => (WIRE[name] as (record: never, store: Store) => Row)(record as never, store)

type TableQuery = FilterQuery & { readonly accepted?: boolean }
interface World {
  readonly store: Store
  readonly now: () => string
}

/** A page of a table as its endpoint sends it. What the last days hold changes by itself, so that page is always made anew. */
export async function pageText(name: PredictiveTableName, query: TableQuery, world: World): Promise<PageText> {
  const make = async (): Promise<PageText> => {
    const page = await tablePage(name, query, world)
    return { text: JSON.stringify(page), nextCursor: page.next_cursor }
  }
  if (query.days !== undefined) return make()
  return pageTextsOf(world.store).of(JSON.stringify([name, query]), SHOWN[name].map((shown) => world.store.recordsVersion(shown)).join(' '), make)
}

/** A page of a table, as its endpoint answers. */
export async function tablePage(name: PredictiveTableName, query: TableQuery, { store, now }: World) {
  const facts: DatabaseTable = PREDICTIVE_TABLES[name]
  const isOfRecommendations = name === 'recommendations'
  const filter = { ...recordFilter(query, tableFilters(facts), 'timestamp', now()), ...(isOfRecommendations && { accepted: query.accepted }) }
  const { rows, total } = await store.listRecords(name, filter)
  const last = rows.at(-1) as Row | undefined
  const next = last === undefined || rows.length < query.limit ? null : cursorAfter(last, RECORD_TABLES[name].idColumn, query)
  return { count: rows.length, total, limit: query.limit, offset: filter.offset, [facts.key]: rows.map((record) => wireRow(name, record, store)), next_cursor: next }
}

const SEARCHED = {
  prediction: { name: 'predictions', columns: ['prediction_id', 'model_name', 'model_family', 'hardware_platform', 'precision', 'prediction_source'] },
  measurement: { name: 'measurements', columns: ['measurement_id', 'model_name', 'model_family', 'hardware_platform', 'precision', 'measurement_source'] },
  recommendation: { name: 'recommendations', columns: ['recommendation_id', 'model_name', 'model_family', 'primary_recommendation', 'precision'] },
} as const

/** Rows of any kind that hold a text, newest first. */
export async function searchPredictive(text: string, limit: number, store: Store): Promise<readonly Row[]> {
  const found = await Promise.all(
    Object.entries(SEARCHED).map(async ([kind, { name, columns }]) => {
      const filter: RecordFilter = { limit, offset: 0, containing: { text, columns } }
      return (await store.listRecords(name, filter)).rows.map((record) => foundRow(kind, record as Row, RECORD_TABLES[name].idColumn))
    }),
  )
  return found
    .flat()
    .toSorted((a, b) => Date.parse(b.timestamp as string) - Date.parse(a.timestamp as string))
    .slice(0, limit)
}

function foundRow(kind: string, record: Row, idColumn: string): Row {
  const { timestamp, model_name, model_family, batch_size, sequence_length, precision, mode, throughput = null, latency = null, memory_usage = null } = record
  return {
    kind,
    id: record[idColumn],
    timestamp,
    model_name,
    model_family,
    hardware_platform: record.hardware_platform ?? record.primary_recommendation,
    batch_size,
    sequence_length,
    precision,
    mode,
    throughput,
    latency,
    memory_usage,
    source: record.measurement_source ?? record.prediction_source ?? null,
  }
}
