import { monotonicClock } from '../clock.ts'
import { newId } from '../ids.ts'
import { JOBS } from '../jobs/index.ts'
import type { Job } from '../jobs/job.ts'
import { JobQueue, type QueueOptions } from '../jobs/queue.ts'
import { Threads } from '../jobs/threads.ts'
import { Measuring } from '../measuring/measuring.ts'
import { Predictions } from '../predictions/predictions.ts'
import { shippedPredictor } from '../predictions/shipped-predictor.ts'
import type { Store } from '../storage/store.ts'

/** A queue over a store, with further kinds of jobs. */
export function testQueue(store: Store, jobs: Readonly<Record<string, Job<never>>>, options: Partial<QueueOptions> = {}): JobQueue {
  const predictions = new Predictions(store, shippedPredictor(), 'models')
  return new JobQueue({
    store,
    predictions,
    measuring: new Measuring(),
    threads: new Threads(1),
    resultsFolder: 'results',
    now: monotonicClock(),
    newId,
    concurrency: 2,
    ...options,
    jobs: { ...JOBS, ...jobs } as never,
  })
}
