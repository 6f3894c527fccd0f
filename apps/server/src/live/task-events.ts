import { Readable } from 'node:stream'
import type { Task } from '../jobs/task.ts'

/** How long a client should wait before it connects again, ms. */
const RETRY_MS = 2000
const HEARTBEAT_MS = 15_000
const MOST_BUFFERED = 64 * 1024

/** Names a state of a task; a client that comes back says which one it saw last. */
export const eventId = ({ timestamp, revision }: Pick<Task, 'timestamp' | 'revision'>): string => `${Date.parse(timestamp)}.${revision}`

/**
 * Server-sent events of one task: the present state unless the client has seen it, one event per change, the end, and then no more. A client that does not read misses changes,
 * never the end. Ends early when `stopping` is aborted; the client then comes back by itself.
 */
export class TaskEvents extends Readable {
  readonly #task: Task
  readonly #stopping: AbortSignal
  readonly #unfollow: () => void
  readonly #heartbeat = setInterval(() => this.push(': still here\n\n'), HEARTBEAT_MS).unref()
  readonly #stop = (): void => void this.push(null)

  constructor(task: Task, lastEventId: string | undefined, stopping: AbortSignal) {
    super()
    this.#task = task
    this.#stopping = stopping
    this.#unfollow = task.follow(() => this.#show())
    this.push(`retry: ${RETRY_MS}\n\n`)
    if (lastEventId !== eventId(task)) this.#show()
    if (stopping.aborted) this.#stop()
    else stopping.addEventListener('abort', this.#stop)
  }

  override _read(): void {}

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    clearInterval(this.#heartbeat)
    this.#unfollow()
    this.#stopping.removeEventListener('abort', this.#stop)
    callback(error)
  }

  #show(): void {
    const { hasEnded, text } = this.#task
    if (!hasEnded && this.readableLength > MOST_BUFFERED) return
    this.push(`id: ${eventId(this.#task)}\nevent: ${hasEnded ? 'end' : 'progress'}\ndata: ${text}\n\n`)
    if (hasEnded) this.push(null)
  }
}
