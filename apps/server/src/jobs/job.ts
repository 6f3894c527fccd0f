import type { IdKind } from '../ids.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { PredictiveElsewhere } from '../measuring/predictive-elsewhere.ts'
import type { Predictions } from '../predictions/predictions.ts'
import type { NewRecords, Store, StoredTask } from '../storage/store.ts'
import type { THREAD_FUNCTIONS } from './thread-functions.ts'

/** The world of one attempt at a task. */
export interface JobContext {
  readonly taskId: string
  readonly store: Store
  readonly predictions: Predictions
  readonly measuring: Measuring
  /** The predictive API, where it is in another process. */
  readonly predictiveElsewhere?: PredictiveElsewhere | undefined
  /** Where files for people are written. */
  readonly resultsFolder: string
  readonly now: () => string
  readonly newId: (kind: IdKind) => string
  /** Aborted when the task is cancelled, runs out of time, or the server stops. */
  readonly signal: AbortSignal
  /** Says how far it is, 0 to 1, and what it does; what falls back is ignored. */
  readonly progress: (fraction: number, message: string) => void
  /** What the record of a task that does not end well shall know: the last thing kept is in its {@link TaskEnd}. */
  readonly keep: (soFar: unknown) => void
  /** Goes on with a task whose creation this one has written, together with its records. */
  readonly takeUp: (task: StoredTask) => void
  /** Runs a function of `threads/` in a worker thread. */
  readonly inThread: <T>(work: ThreadWork, onProgress?: (fraction: number, message: string) => void) => Promise<T>
}

/** Work for a thread: the name of one of its functions and what it is given. */
export interface ThreadWork {
  readonly name: keyof typeof THREAD_FUNCTIONS
  readonly input: unknown
}

/** How an attempt ended well: the result, and what is stored with it in one transaction. */
export interface Outcome {
  readonly result: unknown
  readonly records?: NewRecords
  /** Called once it is durable. */
  readonly committed?: () => void
}

/** How a task ended, whichever way. */
export interface TaskEnd<Input = unknown> {
  /** How far it was. */
  readonly progress: number
  readonly taskId: string
  readonly input: Input
  readonly startedAt: string
  readonly endedAt: string
  readonly attempt: number
  /** Of a completed task. */
  readonly result?: unknown
  /** Of a failed or cancelled one: what the attempt had kept. */
  readonly kept?: unknown
  /** Of a failed or cancelled one: what it says, and whether somebody wanted it to end. */
  readonly failure?: { readonly message: string; readonly isCancelled: boolean }
}

/** One kind of task. A new one is a file and a line in {@link JOBS}; its name there is stored and never changes once released. */
export interface Job<Input = never> {
  /** Prefix of its tasks' ids. */
  readonly idKind: IdKind
  /** Whether it is cheap enough to be done within the request. */
  readonly isCheap: (input: Input) => boolean
  /** Longest attempt. */
  readonly timeoutSeconds: number
  /** Attempts that a crash or a fault may cost. */
  readonly maxAttempts: number
  /** Tasks of one lane run one at a time, beside those of other lanes and those of none: what is measured shares its device with nothing else. */
  readonly lane?: (input: Input) => string
  /** Records that are written with the end of a task that ran in the background, whichever way it ended. */
  readonly recordsOfEnd?: (end: TaskEnd<Input>) => NewRecords
  /** Throws a BenchcastError for what the caller can put right: the task then fails with its message. */
  readonly run: (input: Input, context: JobContext) => Outcome | Promise<Outcome>
}

type Facts = 'isCheap' | 'timeoutSeconds' | 'maxAttempts'

/** A job with the usual facts: cheap, a minute, three attempts. */
export const job = <Input>(facts: Omit<Job<Input>, Facts> & Partial<Pick<Job<Input>, Facts>>): Job<Input> => ({ isCheap: () => true, timeoutSeconds: 60, maxAttempts: 3, ...facts })
