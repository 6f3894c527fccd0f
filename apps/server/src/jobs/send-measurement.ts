import { setTimeout as sleep } from 'node:timers/promises'
import { BenchcastError } from '@benchcast/core/errors'
import type { Outgoing } from '../measuring/outgoing.ts'
import { job } from './job.ts'

/** Longest that a timer can be set for. */
const LONGEST_SECONDS = Math.floor((2 ** 31 - 1) / 1000)
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 60_000
/** What a later try may not meet. */
const PASSING: ReadonlySet<string> = new Set(['idempotency_in_flight', 'rate_limited', 'body_timeout'])

/**
 * Tells the predictive API of another process what was measured here. It waits in this process's database until that API has taken it: through restarts of both, with longer and
 * longer pauses. The key makes sure that it is recorded once.
 */
export const sendMeasurement = job<Outgoing>({
  idKind: 'result',
  isCheap: () => false,
  timeoutSeconds: LONGEST_SECONDS,
  maxAttempts: 1_000_000,
  lane: () => 'measurements to send',
  run: async ({ sync_id, body }, { predictiveElsewhere, signal }) => {
    if (predictiveElsewhere === undefined) throw new BenchcastError('task_interrupted', 'The predictive API is no longer in another process: the measurement was not handed over.')
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs)) {
      signal.throwIfAborted()
      const failure = await predictiveElsewhere.record(body, sync_id).catch((error: unknown) => error)
      if (failure === undefined) return { result: { sync_id } }
      if (!isPassing(failure)) throw failure
      await sleep(pauseMs, undefined, { signal })
    }
  },
})

const isPassing = (error: unknown): boolean => error instanceof BenchcastError && (error.status >= 500 || PASSING.has(error.code))
