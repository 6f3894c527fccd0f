import type { TaskStatus } from '@benchcast/core/api'
import type { StoredTask } from '../storage/store.ts'

type Listener = (task: Task) => void

interface Change {
  readonly status?: TaskStatus
  readonly progress?: number
  readonly message?: string
  readonly timestamp: string
  /** JSON text of the result. */
  readonly result?: string
}

const isEnd = (status: TaskStatus): boolean => status === 'completed' || status === 'failed'

/** A task as everybody may see it: its present state, as the JSON text that is sent, and whoever follows it. */
export class Task {
  readonly id: string
  status: TaskStatus = 'pending'
  progress = 0
  message = 'Task created'
  timestamp: string
  readonly createdAt: string
  /** JSON text of the result; undefined unless completed. */
  result: string | undefined
  /** Counts the changes, the creation being 1. */
  revision = 1
  #text: string | undefined
  #bytes: Buffer | undefined
  #listeners: Set<Listener> | undefined

  constructor(id: string, timestamp: string) {
    this.id = id
    this.timestamp = timestamp
    this.createdAt = timestamp
  }

  /** The state that a stored change stands for. */
  static from({ taskId, event, message, timestamp, document }: StoredTask): Task {
    const task = new Task(taskId, timestamp)
    if (event === 'completed') task.change({ status: 'completed', progress: 1, message, timestamp, result: document })
    if (event === 'failed') task.change({ status: 'failed', message, timestamp })
    return task
  }

  get hasEnded(): boolean {
    return isEnd(this.status)
  }

  /** JSON text of the state, made once per change. */
  get text(): string {
    this.#text ??= stateText(this)
    return this.#text
  }

  /** The same as bytes, shared by all who are sent it. */
  get bytes(): Buffer {
    this.#bytes ??= Buffer.from(this.text)
    return this.#bytes
  }

  /** Applies a change and tells everybody, in order. What has ended changes no more. */
  change({ status = this.status, progress = this.progress, message = this.message, timestamp, result }: Change): void {
    if (this.hasEnded) return
    Object.assign(this, { status, progress, message, timestamp, result })
    this.revision += 1
    this.#text = undefined
    this.#bytes = undefined
    const listeners = this.#listeners
    if (this.hasEnded) this.#listeners = undefined
    for (const listener of listeners ?? []) listener(this)
  }

  /** Calls `listener` after every change from now on; gives the function that ends that. */
  follow(listener: Listener): () => void {
    if (this.hasEnded) return () => {}
    this.#listeners ??= new Set()
    this.#listeners.add(listener)
    return () => this.#listeners?.delete(listener)
  }

  /** Resolves at the end of the task, or when the signal is aborted. */
  ended(signal: AbortSignal): Promise<void> {
    if (this.hasEnded || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const stop = this.follow(() => this.hasEnded && done())
      const done = () => {
        stop()
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
    })
  }
}

function stateText({ id, status, progress, message, timestamp, result }: Task): string {
  const state = JSON.stringify({ task_id: id, status, progress, message, timestamp })
  return result === undefined ? state : `${state.slice(0, -1)},"result":${result}}`
}
