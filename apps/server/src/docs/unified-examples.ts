import type { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { ENDPOINTS, type Endpoint, type EndpointName } from '@benchcast/core/api'
import { Answer } from '../http/answer.ts'
import { parsePart } from '../http/validate.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { Handler } from '../routes/handler.ts'
import { PREDICTIVE_CHANGE_HANDLERS } from '../routes/predictive-changes.ts'
import * as predictive from '../routes/predictive-database.ts'
import * as unified from '../routes/unified-database.ts'
import { RunBook } from '../runs/run-book.ts'
import type { Store } from '../storage/index.ts'
import { EXAMPLE_TIME, fixedIds } from './example-queue.ts'

/** What is asked: one row of each table, one model, one word. */
const ASKED: Readonly<Record<string, object>> = {
  getModelData: { model_name: 'bert-base-uncased' },
  analyzeModel: { model_name: 'bert-base-uncased' },
  searchDatabases: { query: 'bert-base-uncased', limit: '1' },
  searchPredictiveDatabase: { query: 'bert-base-uncased', limit: 1 },
}
const ONE_ROW = { limit: '1' }
const NO_REPLY = { header: () => {} }
const DELETED = { ids: ['meas-0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b'] }

/** The answers that the predictive database and the unified queries really give over a store that holds some records. */
export async function unifiedExamples(jobs: JobQueue, store: Store): Promise<Partial<Record<EndpointName, unknown>>> {
  const services = { store, runs: new RunBook(jobs, store), jobs, now: () => EXAMPLE_TIME }
  const examples: Record<string, unknown> = await changeExamples(services)
  for (const [name, handler] of Object.entries({ ...predictive, ...unified }) as [EndpointName, Handler<Endpoint>][]) {
    const endpoint = ENDPOINTS[name] as Endpoint
    const asked = ASKED[name] ?? (name.startsWith('export') ? {} : ONE_ROW)
    const query = endpoint.query && parsePart(endpoint.query, asked, 'query')
    const answer: unknown = await handler({ name, endpoint, params: asked, query, services, request: { url: endpoint.path }, reply: NO_REPLY, body: () => asked } as never)
    examples[name] = answer instanceof Answer ? (typeof answer.body === 'string' ? JSON.parse(answer.body) : await firstOf(answer.body)) : answer
  }
  return examples
}

/** What the endpoints that delete, export and count answer. Nothing is deleted, nor written beside the documentation. */
async function changeExamples({ store, now }: { readonly store: Store; readonly now: () => string }): Promise<Record<string, unknown>> {
  const keeping = { deleteRecords: async () => 1, listRecords: store.listRecords.bind(store), predictiveCounts: store.predictiveCounts.bind(store) }
  const jobs = { submit: async () => ({ id: fixedIds()('export'), createdAt: EXAMPLE_TIME }) }
  const services = { store: keeping, now, jobs, predictions: { activeId: 'prior', relearn: async () => {} } }
  const examples: Record<string, unknown> = {}
  for (const [name, handler] of Object.entries(PREDICTIVE_CHANGE_HANDLERS) as [EndpointName, Handler<Endpoint>][]) {
    const endpoint = ENDPOINTS[name] as Endpoint
    const query = endpoint.query && parsePart(endpoint.query, {}, 'query')
    const body = () => (name.endsWith('DeleteMany') ? DELETED : endpoint.examples!.request)
    const answer: unknown = await handler({ name, endpoint, params: { id: DELETED.ids[0] }, query, services, request: { url: endpoint.path, headers: {} }, reply: NO_REPLY, body } as never)
    examples[name] = answer instanceof Answer ? JSON.parse(answer.body as string) : answer
  }
  return examples
}

/** The first row of an exported list. */
const firstOf = async (body: Readable): Promise<readonly unknown[]> => ((await json(body)) as readonly unknown[]).slice(0, 1)
