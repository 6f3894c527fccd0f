import { type IdKind, newId } from '../ids.ts'
import { JobQueue } from '../jobs/queue.ts'
import { THREAD_FUNCTIONS } from '../jobs/thread-functions.ts'
import { Threads } from '../jobs/threads.ts'
import type { Measuring } from '../measuring/measuring.ts'
import { Predictions } from '../predictions/predictions.ts'
import { shippedPredictor } from '../predictions/shipped-predictor.ts'
import { openStore, type Store } from '../storage/index.ts'

/** When everything in the examples happens. */
export const EXAMPLE_TIME = '2025-08-15T14:30:45.123Z'

/** Ids that are the same every time, so that the page is. */
export function fixedIds(): (kind: IdKind) => string {
  let count = 0
  return (kind) => {
    count += 1
    return `${newId(kind).slice(0, -36)}019aa8c4-6f0e-7b52-9d3c-${String(count).padStart(12, '0')}`
  }
}

/** Runs work of a thread where it is: the documentation is made in a thread already. */
class NoThreads extends Threads {
  override async run<T>({ name, input }: Parameters<Threads['run']>[0]): Promise<T> {
    return (await THREAD_FUNCTIONS[name](input as never, () => {})) as T
  }
}

/** Uses a queue of tasks over a database of its own in memory. */
export async function withExampleQueue<T>(measuring: Measuring, use: (jobs: JobQueue, store: Store, predictions: Predictions) => Promise<T>): Promise<T> {
  const store = await openStore({ path: ':memory:' })
  const predictions = new Predictions(
    store,
    shippedPredictor(async () => undefined),
    'models',
  )
  const jobs = new JobQueue({ store, predictions, measuring, threads: new NoThreads(1), resultsFolder: 'results', now: () => EXAMPLE_TIME, newId: fixedIds(), concurrency: 1 })
  try {
    return await use(jobs, store, predictions)
  } finally {
    await jobs.close()
    predictions.close()
    await store.close()
  }
}
