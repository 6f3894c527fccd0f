import type { EndpointName, Endpoints, Output } from '@benchcast/core/api'
import { DATABASES } from '../component-database/databases.ts'
import { databaseHandlers } from '../routes/component-database.ts'
import { getPerformanceHistory } from '../routes/models.ts'
import { getPredictiveStatistics } from '../routes/predictive.ts'
import { databaseErrors, databaseMeasurements, databasePredictions, searchPredictiveDatabase } from '../routes/predictive-database.ts'
import type { Services } from '../services.ts'

/** What a component is asked: values of the endpoint's own schemas, with its defaults filled in. */
export interface Question {
  readonly query?: Readonly<Record<string, unknown>>
  readonly params?: Readonly<Record<string, string>>
  readonly body?: Readonly<Record<string, unknown>>
}

/**
 * Asks a component by one of its endpoints. An embedded component is asked by calling the handler; one in another process is asked
 * over HTTP, at the path of the endpoint's entry. Rejects when the component is down.
 *
 * @example await ask('testDatabaseList', { query: { model_name: 'bert-base-uncased', limit: 10 } })
 */
export type Ask = <Name extends AskedName>(name: Name, question?: Question) => Promise<Output<Endpoints[Name]>>

const ANSWERS = {
  ...databaseHandlers('testDatabase', DATABASES.test),
  ...databaseHandlers('generatorDatabase', DATABASES.generator),
  ...databaseHandlers('benchmarkDatabase', DATABASES.benchmark),
  databasePredictions,
  databaseMeasurements,
  databaseErrors,
  getPerformanceHistory,
  searchPredictiveDatabase,
  getPredictiveStatistics,
} as const

/** Endpoints that the unified queries ask. */
export type AskedName = keyof typeof ANSWERS & EndpointName

/** Asks the components of this process. */
export const askLocally =
  (services: Services): Ask =>
  (name, { query = {}, params = {}, body = {} } = {}) =>
    ANSWERS[name]({ name, services, query, params, body: () => body } as never) as never
