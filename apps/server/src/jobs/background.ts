import type { IdKind } from '../ids.ts'
import { Measuring } from '../measuring/measuring.ts'
import type { PredictiveElsewhere } from '../measuring/predictive-elsewhere.ts'
import { Predictions } from '../predictions/predictions.ts'
import { priorWeights } from '../predictions/prior.ts'
import { shippedPredictor } from '../predictions/shipped-predictor.ts'
import { warmUp } from '../predictions/warm-up.ts'
import { RunBook } from '../runs/run-book.ts'
import type { Store } from '../storage/store.ts'
import { JobQueue } from './queue.ts'
import { Threads } from './threads.ts'

/** What goes on beside the requests. */
export interface Background {
  readonly predictions: Predictions
  readonly jobs: JobQueue
  readonly measuring: Measuring
  readonly runs: RunBook
  /** Reads the predictor's weights: for a moment nothing else is done. */
  readonly warm: () => Promise<void>
  /** Makes the predictor, in short turns beside the requests, so that the first prediction does not wait for it. */
  readonly makePredictor: () => Promise<void>
  /** Hands running tasks back and ends the threads. */
  readonly close: () => Promise<void>
}

interface Options {
  readonly store: Store
  readonly now: () => string
  readonly newId: (kind: IdKind) => string
  readonly workers: number
  readonly modelsFolder: string
  readonly resultsFolder: string
  /** The predictive API, where it is in another process. */
  readonly predictiveElsewhere?: PredictiveElsewhere | undefined
  /** Other than usual in tests. */
  readonly firstRunExtraSeconds?: number | undefined
}

/** Reads what the predictor learns from, and takes up unfinished tasks. */
export async function startBackground({ store, now, newId, workers, modelsFolder, resultsFolder, predictiveElsewhere, firstRunExtraSeconds }: Options): Promise<Background> {
  const predictions = new Predictions(store, shippedPredictor(), modelsFolder, (error) => report(error, 'predictor'))
  await predictions.open()
  const threads = new Threads(workers)
  const measuring = new Measuring({ modelsFolder, firstRunExtraSeconds })
  const jobs = new JobQueue({ store, predictions, measuring, predictiveElsewhere, threads, resultsFolder, now, newId, concurrency: workers, report })
  await jobs.resume()
  const closing = new AbortController()
  const close = async () => {
    closing.abort()
    await jobs.close()
    predictions.close()
    await threads.close()
    await measuring.close()
  }
  const warm = async () => {
    await priorWeights().catch((error: unknown) => report(error, 'predictor'))
  }
  const makePredictor = async () => {
    // What keeps it from being made was reported, and is said again to whoever asks for a prediction.
    await warmUp(predictions, { signal: closing.signal, isIdle: () => jobs.book.unfinished === 0 }).catch(() => undefined)
  }
  return { predictions, jobs, measuring, runs: new RunBook(jobs, store), warm, makePredictor, close }
}

/** A fault of ours, as a line of the log. */
function report(error: unknown, task_id: string): void {
  console.error(JSON.stringify({ level: 50, time: Date.now(), task_id, err: error instanceof Error ? { message: error.message, stack: error.stack } : String(error), msg: 'task failed' }))
}
