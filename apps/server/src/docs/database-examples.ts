import { json } from 'node:stream/consumers'
import { ENDPOINTS, type Endpoint, type EndpointName } from '@benchcast/core/api'
import { DATABASES } from '../component-database/databases.ts'
import { Answer } from '../http/answer.ts'
import { parsePart } from '../http/validate.ts'
import type { JobQueue } from '../jobs/queue.ts'
import { databaseHandlers } from '../routes/component-database.ts'
import { RunBook } from '../runs/run-book.ts'
import type { Store } from '../storage/index.ts'
import { type Examples, inExampleFolder } from './example-folder.ts'
import { EXAMPLE_TIME, fixedIds, withExampleQueue } from './example-queue.ts'
import { ExampleTesting } from './example-testing.ts'
import { exampleTest } from './test-examples.ts'

type Component = keyof typeof DATABASES

const BATCH_ID = '019aa8c4-6f0e-7b52-9d3c-0000000000ba'

/** The answers that the database endpoints really give after one run of each component, from a database in memory and a folder that is removed afterwards. */
export const databaseExamples = (): Promise<Examples> =>
  inExampleFolder(async (folder) => {
    const examples: Examples = {}
    for (const component of Object.keys(DATABASES) as Component[]) Object.assign(examples, await withExampleQueue(new ExampleTesting(), (jobs, store) => examplesOf(component, jobs, store, folder)))
    return examples
  })

const request = (name: 'startSpeedBenchmark' | 'generateScript'): object => parsePart(ENDPOINTS[name].body!, ENDPOINTS[name].examples!.request, 'body') as object

const INPUTS: Readonly<Record<Component, (folder: string) => object>> = {
  test: exampleTest,
  benchmark: () => request('startSpeedBenchmark'),
  generator: (folder) => ({ ...request('generateScript'), folder, batch_id: BATCH_ID }),
}

async function examplesOf(component: Component, jobs: JobQueue, store: Store, folder: string): Promise<Examples> {
  const run = await jobs.submit(DATABASES[component].component.kind, INPUTS[component](folder))
  await run.ended(AbortSignal.timeout(30_000))
  const batch = { batch_id: BATCH_ID, timestamp: EXAMPLE_TIME, component, run_ids: [run.id], metadata: {} }
  const task = { taskId: BATCH_ID, kind: 'exampleBatch', event: 'completed', attempt: 1, timestamp: EXAMPLE_TIME, message: '', document: '{}' } as const
  await store.writeTask({ task, records: { batches: [batch] } })
  // Nothing is written beside the documentation.
  const writesNothing = { submit: async () => ({ id: fixedIds()('export'), createdAt: EXAMPLE_TIME }) }
  const services = { store, runs: new RunBook(jobs, store), jobs: writesNothing, now: () => EXAMPLE_TIME }
  const params = { run_id: run.id, task_id: run.id, batch_id: BATCH_ID }
  const examples: Record<string, unknown> = {}
  for (const [name, handler] of Object.entries(databaseHandlers(`${component}Database`, DATABASES[component]))) {
    const endpoint = ENDPOINTS[name as EndpointName] as Endpoint
    const query = endpoint.query && parsePart(endpoint.query, {}, 'query')
    const answer: unknown = await handler({
      name,
      endpoint,
      params,
      query,
      services,
      request: { headers: {}, url: '/' },
      reply: { header: () => {} },
      body: () => parsePart(endpoint.body!, endpoint.examples!.request, 'body'),
    } as never)
    examples[name] = answer instanceof Answer ? (typeof answer.body === 'string' ? JSON.parse(answer.body) : await json(answer.body)) : answer
  }
  return examples
}
