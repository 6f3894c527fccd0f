import type { Endpoints } from '@benchcast/core/api'
import { importanceWire, measurementWire, modelWire, predictionWire, recommendationWire } from '../predictions/wire-rows.ts'
import type { RecordFilter, RecordName, RecordPage } from '../storage/index.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'

interface Query {
  readonly limit: number
  readonly offset: number
  readonly days?: number | undefined
  readonly accepted?: boolean | undefined
}

/** What the query filters by, in the columns' names: `hardware` is the platform, or what was recommended first. */
function filterOf({ limit, offset, days, accepted, ...columns }: Query & Readonly<Record<string, unknown>>, now: () => string, hardwareColumn = 'hardware_platform'): RecordFilter {
  const { hardware, ...equals } = columns as Readonly<Record<string, string | number | undefined>>
  const sinceUs = days === undefined ? undefined : BigInt(Date.parse(now()) - days * 86_400_000) * 1000n
  return { limit, offset, accepted, sinceUs, equals: { ...equals, [hardwareColumn]: hardware } }
}

const page = <N extends RecordName, Row>({ rows, total }: RecordPage<N>, { limit, offset }: Query, wire: (row: RecordPage<N>['rows'][number]) => Row) => ({
  count: rows.length,
  total,
  limit,
  offset,
  rows: rows.map(wire),
})

async function listed<N extends RecordName, Row>(call: Call, name: N, wire: (row: RecordPage<N>['rows'][number]) => Row, hardwareColumn?: string) {
  const { store, now } = call.services
  const query = call.query as unknown as Query & Readonly<Record<string, unknown>>
  return page(await store.listRecords(name, filterOf(query, now, hardwareColumn)), query, wire)
}

export const listPredictions: Handler<Endpoints['listPredictions']> = async (call) => {
  const { rows: predictions, ...rest } = await listed(call as never, 'predictions', predictionWire)
  return { ...rest, predictions: predictions as never }
}

export const listMeasurements: Handler<Endpoints['listMeasurements']> = async (call) => {
  const { rows: measurements, ...rest } = await listed(call as never, 'measurements', measurementWire)
  return { ...rest, measurements: measurements as never }
}

export const listRecommendations: Handler<Endpoints['listRecommendations']> = async (call) => {
  const feedback = call.services.store.feedback()
  const { rows: recommendations, ...rest } = await listed(call as never, 'recommendations', (row) => recommendationWire(row, feedback), 'primary_recommendation')
  return { ...rest, recommendations: recommendations as never }
}

export const listPredictionModels: Handler<Endpoints['listPredictionModels']> = async (call) => {
  const { activeId } = call.services.predictions
  const { rows: models, ...rest } = await listed(call as never, 'models', (row) => ({ ...modelWire(row), serving: row.model_id === activeId }))
  return { ...rest, models: models as never, serving_model_id: activeId }
}

export const listFeatureImportance: Handler<Endpoints['listFeatureImportance']> = async (call) => {
  const { rows: feature_importance, ...rest } = await listed(call as never, 'featureImportance', importanceWire)
  return { ...rest, feature_importance: feature_importance as never }
}
