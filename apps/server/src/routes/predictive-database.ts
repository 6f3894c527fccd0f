import { type DatabaseTable, type Endpoint, type ExportFormat, PREDICTIVE_TABLES, type PredictiveTableName, tableFilters } from '@benchcast/core/api'
import { Answer } from '../http/answer.ts'
import { exportAnswer } from '../unified-database/export-answer.ts'
import { predictiveColumns } from '../unified-database/export-columns.ts'
import { type FilterQuery, recordFilter } from '../unified-database/filters.ts'
import { pageText, searchPredictive, tablePage } from '../unified-database/predictive.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { nextLink } from './pages.ts'

// The endpoints of the tables are made by one function; their outputs are checked by the tests.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyHandler = Handler<Endpoint<any, any, any, any>>

const list =
  (name: PredictiveTableName): AnyHandler =>
  async ({ query, services, request, reply }: Call) => {
    // The unified queries ask without a reply, for the rows themselves.
    if (reply === undefined) return tablePage(name, query as never, services)
    const { text, nextCursor } = await pageText(name, query as never, services)
    if (nextCursor !== null) reply.header('link', nextLink(request.url, nextCursor))
    return new Answer(text)
  }

export const databaseMeasurements = list('measurements')
export const databasePredictions = list('predictions')
export const databaseRecommendations = list('recommendations')
export const databaseModels = list('models')
export const databaseFeatureImportance = list('featureImportance')
export const databaseFeedback = list('feedback')
export const databaseErrors = list('errors')

const exported =
  (name: PredictiveTableName): AnyHandler =>
  (call: Call) => {
    const facts: DatabaseTable = PREDICTIVE_TABLES[name]
    const query = call.query as unknown as FilterQuery & { readonly format: ExportFormat; readonly accepted?: boolean }
    const filter = { ...recordFilter(query, tableFilters(facts), 'timestamp', call.services.now()), ...(name === 'recommendations' && { accepted: query.accepted }) }
    return exportAnswer(call, { name, file: facts.path, format: query.format, request: { columns: predictiveColumns(name), filter } })
  }

export const exportMeasurements = exported('measurements')
export const exportPredictions = exported('predictions')
export const exportRecommendations = exported('recommendations')
export const exportModels = exported('models')
export const exportFeatureImportance = exported('featureImportance')
export const exportFeedback = exported('feedback')
export const exportErrors = exported('errors')

export const searchPredictiveDatabase: AnyHandler = async (call: Call) => {
  const { query, limit } = call.body() as unknown as { readonly query: string; readonly limit: number }
  return searchPredictive(query, limit, call.services.store)
}
