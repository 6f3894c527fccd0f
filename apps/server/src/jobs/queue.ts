import { setTimeout as sleep } from 'node:timers/promises'
import { BenchcastError } from '@benchcast/core/errors'
import type { IdKind } from '../ids.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { PredictiveElsewhere } from '../measuring/predictive-elsewhere.ts'
import type { Predictions } from '../predictions/predictions.ts'
import type { IdempotencyRecord, NewRecords, Store, StoredTask, TaskEvent } from '../storage/store.ts'
import { INNER_JOBS, JOBS, type JobKind } from './index.ts'
import type { Job, JobContext, Outcome, TaskEnd } from './job.ts'
import { Task } from './task.ts'
import { TaskBook } from './task-book.ts'
import type { Threads } from './threads.ts'

export interface QueueOptions {
  readonly store: Store
  readonly predictions: Predictions
  readonly measuring: Measuring
  /** The predictive API, where it is in another process. */
  readonly predictiveElsewhere?: PredictiveElsewhere | undefined
  readonly threads: Threads
  /** Where files for people are written. */
  readonly resultsFolder: string
  readonly now: () => string
  readonly newId: (kind: IdKind) => string
  /** Tasks that run at the same time. */
  readonly concurrency: number
  /** Pause before the second attempt after a fault, doubled for each further one. */
  readonly backOffMs?: number
  /** Told about faults of ours. */
  readonly report?: (error: unknown, taskId: string) => void
  /** For tests: other kinds of jobs. */
  readonly jobs?: Readonly<Record<string, Job>>
}

interface Entry {
  readonly job: Job<unknown>
  readonly kind: string
  readonly input: unknown
  readonly task: Task
  readonly abort: AbortController
  /** Which tasks it may not run beside; '' for none. */
  readonly lane: string
  attempt: number
  /** What the record of a failed task shall know. */
  kept?: unknown
  /** Somebody has begun to write its end; nobody else may. */
  isEnding: boolean
}

/** Tasks that wait for their turn in one lane, and those that have it. */
interface Lane {
  readonly waiting: Entry[]
  running: number
}

const MOST_WAITING = 50_000
const DONE = 'Task completed successfully'
const FAILED = 'Task failed: '
const BACK_OFF_MS = 200
/** How often an end is written again when the database does not take it, and how long apart. */
const END_TRIES = 12
const END_PAUSE_MS = 5000

/** Aborts an attempt because the server stops: the task goes on at the next start. */
const STOPPING = Symbol('the server stops')

/**
 * Tasks in one process. Each is durable before it is acknowledged, and ends definitely: what a crash interrupts runs again at the next start, up to the attempts of its kind.
 * The lock on the database file is the lease: no two processes can hold it, so no task runs in two.
 */
export class JobQueue {
  readonly book: TaskBook
  readonly #options: QueueOptions
  readonly #jobs: Readonly<Record<string, Job<unknown>>>
  readonly #lanes = new Map<string, Lane>()
  readonly #entries = new Map<string, Entry>()
  readonly #attempts = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #isClosed = false

  constructor(options: QueueOptions) {
    this.#options = options
    this.#jobs = { ...(options.jobs ?? JOBS), ...INNER_JOBS } as unknown as Readonly<Record<string, Job<unknown>>>
    this.book = new TaskBook(options.store)
  }

  /** Aborted once the server stops: who waits for a task should answer with what there is. */
  get stopping(): AbortSignal {
    return this.#stopping.signal
  }

  /** Lets everybody who waits for a task go on. */
  stopWaiting(): void {
    this.#stopping.abort()
  }

  get waiting(): number {
    return this.#lanes.values().reduce((sum, { waiting }) => sum + waiting.length, 0)
  }

  /** What an unfinished task of a kind was asked to do; undefined for tasks of other kinds. */
  inputOf(id: string, kind: string): unknown {
    const entry = this.#entries.get(id)
    return entry?.kind === kind ? entry.input : undefined
  }

  /** Unfinished tasks of a kind that run in the background, oldest first. */
  unfinishedOf(kind: string): readonly Task[] {
    return [...this.#entries.values()].filter((entry) => entry.kind === kind).map(({ task }) => task)
  }

  /** Takes up what the last process left unfinished. */
  async resume(): Promise<void> {
    for (const stored of await this.#options.store.unfinishedTasks()) await this.#resume(stored)
  }

  /** Starts a task; resolves once it is durable. A cheap one has ended by then. */
  async submit(kind: JobKind | (string & {}), input: unknown, bind: (taskId: string) => IdempotencyRecord | undefined = () => undefined): Promise<Task> {
    const job = this.#jobs[kind]!
    const id = this.#options.newId(job.idKind)
    const entry = this.#entry(job, kind, input, new Task(id, this.#options.now()))
    if (job.isCheap(input)) return this.#runNow(entry, bind(id))
    const { waiting } = this
    if (waiting >= MOST_WAITING) throw new BenchcastError('overloaded', `${waiting} tasks are waiting: send this one again in a few seconds.`, { retryAfterSeconds: 5 })
    await this.#options.store.writeTask({ task: this.#change(entry, 'created', entry.task.message, JSON.stringify(input)), idempotency: bind(id) })
    this.#enqueue(entry)
    return entry.task
  }

  /** Ends a task as failed; false when it had ended, or was about to. */
  async cancel(id: string): Promise<boolean> {
    const entry = this.#entries.get(id)
    if (entry === undefined || entry.isEnding) return false
    await this.#fail(entry, new BenchcastError('task_cancelled', 'The task was cancelled.'))
    return true
  }

  /** Hands running tasks back, so that they go on at the next start. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.stopWaiting()
    for (const { waiting } of this.#lanes.values()) waiting.length = 0
    for (const { abort } of this.#entries.values()) abort.abort(STOPPING)
    await Promise.all(this.#attempts)
  }

  #entry(job: Job<unknown>, kind: string, input: unknown, task: Task): Entry {
    return { job, kind, input, task, abort: new AbortController(), lane: job.lane?.(input) ?? '', attempt: 0, isEnding: false }
  }

  async #resume({ taskId, kind, attempt, timestamp, document }: StoredTask): Promise<void> {
    const job = this.#jobs[kind]
    const entry = this.#entry(job ?? UNKNOWN, kind, JSON.parse(document), new Task(taskId, timestamp))
    entry.attempt = attempt
    this.book.add(entry.task)
    if (job === undefined) return this.#fail(entry, new BenchcastError('task_interrupted', `This version has no tasks of the kind '${kind}'.`))
    if (attempt < job.maxAttempts) return this.#enqueue(entry)
    await this.#fail(entry, new BenchcastError('task_interrupted', `The task was interrupted by ${attempt} restarts of the server: send it again.`))
  }

  #enqueue(entry: Entry): void {
    this.book.add(entry.task)
    this.#entries.set(entry.task.id, entry)
    this.#wait(entry)
    this.#next(entry.lane)
  }

  #wait(entry: Entry): void {
    const lane = this.#lanes.get(entry.lane) ?? { waiting: [], running: 0 }
    this.#lanes.set(entry.lane, lane)
    lane.waiting.push(entry)
  }

  #next(name: string): void {
    const lane = this.#lanes.get(name)!
    const most = name === '' ? this.#options.concurrency : 1
    while (!this.#isClosed && lane.running < most && lane.waiting.length > 0) {
      const entry = lane.waiting.shift()!
      if (entry.isEnding) continue
      lane.running += 1
      const attempt = this.#attempt(entry).finally(() => {
        this.#attempts.delete(attempt)
        lane.running -= 1
        this.#next(name)
      })
      this.#attempts.add(attempt)
    }
  }

  /** Within the request: one write, which holds the end and what it stores. */
  async #runNow(entry: Entry, idempotency: IdempotencyRecord | undefined): Promise<Task> {
    const { job, task, input } = entry
    try {
      const outcome = await job.run(input, this.#context(entry))
      const result = JSON.stringify(outcome.result)
      await this.#options.store.writeTask({ task: this.#change(entry, 'completed', DONE, result), records: outcome.records, idempotency })
      task.change({ status: 'completed', progress: 1, message: DONE, timestamp: task.timestamp, result })
      outcome.committed?.()
    } catch (error) {
      if (isBusy(error)) throw error
      const message = this.#failure(error, task.id)
      await this.#options.store.writeTask({ task: this.#change(entry, 'failed', message), idempotency })
      task.change({ status: 'failed', message, timestamp: task.timestamp })
    }
    this.book.add(task)
    return task
  }

  async #attempt(entry: Entry): Promise<void> {
    const { job, task, abort, input } = entry
    const timer = setTimeout(() => abort.abort(new BenchcastError('task_timed_out', `The task took longer than ${job.timeoutSeconds} seconds.`)), 1000 * job.timeoutSeconds)
    try {
      entry.attempt += 1
      await this.#options.store.writeTask({ task: this.#change(entry, 'started', '') })
      const message = entry.attempt === 1 ? 'Task started' : `Restarted (attempt ${entry.attempt} of ${job.maxAttempts})`
      task.change({ status: 'running', progress: 0, message, timestamp: this.#options.now() })
      const outcome = await Promise.race([job.run(input, this.#context(entry)), aborted(abort.signal)])
      await this.#complete(entry, outcome)
    } catch (error) {
      await this.#afterError(entry, error)
    } finally {
      clearTimeout(timer)
    }
  }

  async #complete(entry: Entry, outcome: Outcome): Promise<void> {
    if (entry.isEnding) return
    entry.isEnding = true
    const result = JSON.stringify(outcome.result)
    const timestamp = this.#options.now()
    const records = { ...outcome.records, ...this.#recordsOfEnd(entry, timestamp, { result: outcome.result }) }
    await this.#writeEnd(() => this.#options.store.writeTask({ task: { ...this.#change(entry, 'completed', DONE, result), timestamp }, records }))
    this.#entries.delete(entry.task.id)
    entry.task.change({ status: 'completed', progress: 1, message: DONE, timestamp, result })
    outcome.committed?.()
  }

  async #afterError(entry: Entry, error: unknown): Promise<void> {
    if (this.#isClosed) return this.#release(entry)
    if (entry.isEnding) return
    const isFault = !(error instanceof BenchcastError) || isBusy(error)
    if (!isFault || entry.attempt >= entry.job.maxAttempts) return this.#fail(entry, error)
    this.#options.report?.(error, entry.task.id)
    await sleep((this.#options.backOffMs ?? BACK_OFF_MS) * 2 ** entry.attempt, undefined, { signal: entry.abort.signal }).catch(() => undefined)
    if (this.#isClosed) return this.#release(entry)
    if (!entry.isEnding) this.#wait(entry)
  }

  /** The attempt does not count. */
  async #release(entry: Entry): Promise<void> {
    if (!entry.isEnding) await this.#options.store.writeTask({ task: this.#change(entry, 'released', '') }).catch((error: unknown) => this.#options.report?.(error, entry.task.id))
  }

  async #fail(entry: Entry, error: unknown): Promise<void> {
    if (entry.isEnding) return
    entry.isEnding = true
    entry.abort.abort(error)
    const message = this.#failure(error, entry.task.id)
    const timestamp = this.#options.now()
    const records = this.#recordsOfEnd(entry, timestamp, { kept: entry.kept, failure: { message: message.replace(FAILED, ''), isCancelled: isCancelled(error) } })
    await this.#writeEnd(() => this.#options.store.writeTask({ task: { ...this.#change(entry, 'failed', message), timestamp }, records }))
    this.#entries.delete(entry.task.id)
    entry.task.change({ status: 'failed', message, timestamp })
  }

  #recordsOfEnd({ job, input, task, attempt }: Entry, endedAt: string, end: Pick<TaskEnd, 'result' | 'failure' | 'kept'>): NewRecords {
    return job.recordsOfEnd?.({ taskId: task.id, input, startedAt: task.createdAt, endedAt, attempt, progress: task.progress, ...end }) ?? {}
  }

  /** The database may be away for a moment; a task that has ended must not be lost to that. */
  async #writeEnd(write: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write()
      } catch (error) {
        if (this.#isClosed || attempt === END_TRIES || !isBusy(error)) throw error
        await sleep(END_PAUSE_MS)
      }
    }
  }

  #change({ kind, task, attempt }: Entry, event: TaskEvent, message: string, document = ''): StoredTask {
    return { taskId: task.id, kind, event, attempt, timestamp: this.#options.now(), message, document }
  }

  /** What the task says of its failure; a fault of ours says nothing of its inside. */
  #failure(error: unknown, taskId: string): string {
    if (error instanceof BenchcastError && error.status !== 500) return `${FAILED}${error.message}`
    this.#options.report?.(error, taskId)
    return `${FAILED}The server met a fault of its own; its log says why under this task_id.`
  }

  #context(entry: Entry): JobContext {
    const { store, predictions, measuring, predictiveElsewhere, resultsFolder, now, newId, threads } = this.#options
    const { task, abort } = entry
    const { signal } = abort
    const progress = (fraction: number, message: string) => {
      if (!entry.isEnding && !signal.aborted && fraction >= task.progress) task.change({ progress: Math.min(fraction, 0.99), message, timestamp: now() })
    }
    const keep = (soFar: unknown) => {
      entry.kept = soFar
    }
    const takeUp = (stored: StoredTask) => void this.#resume(stored)
    return {
      taskId: task.id,
      store,
      predictions,
      measuring,
      predictiveElsewhere,
      resultsFolder,
      now,
      newId,
      signal,
      progress,
      keep,
      takeUp,
      inThread: (work, onProgress = progress) => threads.run(work, signal, onProgress),
    }
  }
}

const isCancelled = (error: unknown): boolean => error instanceof BenchcastError && error.code === 'task_cancelled'

/** Failures that a later try may not meet. */
const isBusy = (error: unknown): boolean => error instanceof BenchcastError && ['overloaded', 'storage_full', 'database_unavailable', 'unavailable'].includes(error.code)

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** Stands for a kind that this version does not know. */
const UNKNOWN: Job<unknown> = { idKind: 'modelTask', isCheap: () => false, timeoutSeconds: 1, maxAttempts: 0, run: () => ({ result: null }) }
