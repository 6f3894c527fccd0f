import type { JobQueue } from '../jobs/queue.ts'
import type { Task } from '../jobs/task.ts'
import type { Followed } from '../live/task-socket.ts'
import type { Store } from '../storage/store.ts'
import type { Component, RunState } from './component.ts'

/** A run as its component shows it. */
export class Run implements Followed {
  readonly #component: Component
  readonly #task: Task | undefined
  readonly #stateNow: () => RunState

  constructor(component: Component, stateNow: () => RunState, task?: Task) {
    this.#component = component
    this.#stateNow = stateNow
    this.#task = task
  }

  get state(): RunState {
    return this.#stateNow()
  }

  get hasEnded(): boolean {
    return this.#task === undefined || this.#task.hasEnded
  }

  /** The status on the wire. */
  get status(): unknown {
    return this.#component.status(this.state, Date.now())
  }

  get bytes(): Buffer {
    return Buffer.from(JSON.stringify(this.status))
  }

  follow(listener: () => void): () => void {
    return this.#task?.follow(listener) ?? (() => {})
  }
}

/** Every run: unfinished ones are tasks of the queue, ended ones are records. */
export class RunBook {
  readonly #jobs: JobQueue
  readonly #store: Store

  constructor(jobs: JobQueue, store: Store) {
    this.#jobs = jobs
    this.#store = store
  }

  /** The run, undefined when there is none. */
  async find(component: Component, id: string): Promise<Run | undefined> {
    const input = this.#jobs.inputOf(id, component.kind)
    const task = input === undefined ? undefined : await this.#jobs.book.find(id)
    if (task !== undefined && !task.hasEnded) return new Run(component, () => ofTask(task, input), task)
    const record = await this.#store.findRecord(component.records, id)
    return record && new Run(component, () => ofRecord(component, record as never))
  }

  /** Stops a run; false when it had ended. */
  async cancel({ kind }: Component, id: string): Promise<boolean> {
    return this.#jobs.unfinishedOf(kind).some((task) => task.id === id) && this.#jobs.cancel(id)
  }

  /** Statuses of the runs of a component, unfinished ones first, each newest first. A run that ends meanwhile is shown once, as it was before. */
  async list<Status>(component: Component<Status>, { limit, status, equals = {} }: RunQuery): Promise<readonly Status[]> {
    const matches = (state: RunState) => (status === undefined || state.status === status) && Object.entries(equals).every(([field, value]) => value === undefined || askedFor(state, field) === value)
    const unfinished = this.unfinished(component)
      .map(({ state }) => state)
      .filter(matches)
      .slice(0, limit)
    const shown = new Set(unfinished.map(({ id }) => id))
    const left = limit - shown.size
    const { rows } = left === 0 ? { rows: [] } : await this.#store.listRecords(component.records, { limit: left, offset: 0, equals: { ...equals, status } })
    const ended = rows.map((record) => ofRecord(component, record as never)).filter(({ id }) => !shown.has(id))
    return [...unfinished, ...ended].map((state) => component.status(state, Date.now()))
  }

  /** Runs that have not ended, newest first. */
  unfinished(component: Component): readonly Run[] {
    return this.#jobs
      .unfinishedOf(component.kind)
      .map((task) => {
        const input = this.#jobs.inputOf(task.id, component.kind)
        return new Run(component, () => ofTask(task, input), task)
      })
      .reverse()
  }
}

/** Which runs are listed: with a status, and with values of what was asked for, by the names of the columns. */
export interface RunQuery {
  readonly limit: number
  readonly status?: string | undefined
  readonly equals?: Readonly<Record<string, string | undefined>>
}

/** What an unfinished run was asked for. */
const askedFor = ({ input }: RunState, field: string): unknown => (input as Readonly<Record<string, unknown>>)[field]

const WORDS = { pending: 'initializing', running: 'running', completed: 'completed', failed: 'failed' } as const

const CANCELLED = /The task was cancelled\.$/

/** The state of a run that is a task. It has ended for who follows it a moment before its record can be read by others. */
function ofTask(task: Task, input: unknown): RunState {
  const { id, status, progress, message, createdAt, timestamp, hasEnded } = task
  const isCancelled = status === 'failed' && CANCELLED.test(message)
  return {
    id,
    input,
    status: isCancelled ? 'cancelled' : WORDS[status],
    progress,
    step: message,
    startedAt: createdAt,
    ...(hasEnded && { endedAt: timestamp }),
    ...(status === 'failed' && { error: message.replace(/^Task failed: /, '') }),
  }
}

interface RunRecord {
  readonly status: RunState['status']
  readonly progress: number
  readonly current_step: string
  readonly started_at: string
  readonly completed_at: string
  readonly error: string | null
  readonly config: unknown
  readonly [column: string]: unknown
}

const ofRecord = ({ idField }: Component, record: RunRecord): RunState => ({
  id: record[idField] as string,
  input: record.config,
  status: record.status,
  progress: record.progress,
  step: record.current_step,
  startedAt: record.started_at,
  endedAt: record.completed_at,
  ...(record.error !== null && { error: record.error }),
  record,
})
