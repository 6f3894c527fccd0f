import type { Endpoint, PredictiveTableName } from '@benchcast/core/api'
import { searchPredictive, tablePage } from '../unified-database/predictive.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'
import { nextLink } from './pages.ts'

// The endpoints of the tables are made by one function; their outputs are checked by the tests.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyHandler = Handler<Endpoint<any, any, any, any>>

const list =
  (name: PredictiveTableName): AnyHandler =>
  async ({ query, services, request, reply }: Call) => {
    const page = await tablePage(name, query as never, services)
    if (page.next_cursor !== null && reply !== undefined) reply.header('link', nextLink(request.url, page.next_cursor))
    return page
  }

export const databaseMeasurements = list('measurements')
export const databasePredictions = list('predictions')
export const databaseRecommendations = list('recommendations')
export const databaseModels = list('models')
export const databaseFeatureImportance = list('featureImportance')
export const databaseFeedback = list('feedback')
export const databaseErrors = list('errors')

export const searchPredictiveDatabase: AnyHandler = async (call: Call) => {
  const { query, limit } = call.body() as unknown as { readonly query: string; readonly limit: number }
  return searchPredictive(query, limit, call.services.store)
}
