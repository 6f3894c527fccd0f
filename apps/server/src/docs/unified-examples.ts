import type { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { ENDPOINTS, type Endpoint, type EndpointName } from '@benchcast/core/api'
import { Answer } from '../http/answer.ts'
import { parsePart } from '../http/validate.ts'
import type { JobQueue } from '../jobs/queue.ts'
import type { Handler } from '../routes/handler.ts'
import * as predictive from '../routes/predictive-database.ts'
import * as unified from '../routes/unified-database.ts'
import { RunBook } from '../runs/run-book.ts'
import type { Store } from '../storage/index.ts'
import { EXAMPLE_TIME } from './example-queue.ts'

/** What is asked: one row of each table, one model, one word. */
const ASKED: Readonly<Record<string, object>> = {
  getModelData: { model_name: 'bert-base-uncased' },
  analyzeModel: { model_name: 'bert-base-uncased' },
  searchDatabases: { query: 'bert-base-uncased', limit: '1' },
  searchPredictiveDatabase: { query: 'bert-base-uncased', limit: 1 },
}
const ONE_ROW = { limit: '1' }
const NO_REPLY = { header: () => {} }

/** The answers that the predictive database and the unified queries really give over a store that holds some records. */
export async function unifiedExamples(jobs: JobQueue, store: Store): Promise<Partial<Record<EndpointName, unknown>>> {
  const services = { store, runs: new RunBook(jobs, store), jobs, now: () => EXAMPLE_TIME }
  const examples: Record<string, unknown> = {}
  for (const [name, handler] of Object.entries({ ...predictive, ...unified }) as [EndpointName, Handler<Endpoint>][]) {
    const endpoint = ENDPOINTS[name] as Endpoint
    const asked = ASKED[name] ?? (name.startsWith('export') ? {} : ONE_ROW)
    const query = endpoint.query && parsePart(endpoint.query, asked, 'query')
    const answer: unknown = await handler({ name, endpoint, params: asked, query, services, request: { url: endpoint.path }, reply: NO_REPLY, body: () => asked } as never)
    examples[name] = answer instanceof Answer ? (typeof answer.body === 'string' ? JSON.parse(answer.body) : await firstOf(answer.body)) : answer
  }
  return examples
}

/** The first row of an exported list. */
const firstOf = async (body: Readable): Promise<readonly unknown[]> => ((await json(body)) as readonly unknown[]).slice(0, 1)
