import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { BenchcastError } from '@benchcast/core/errors'
import type { DocsPages } from './pages.ts'
import { STOPPED } from './stopped.ts'

/**
 * Makes the pages of the documentation when they are first asked for, in a thread of their own: it takes seconds of computing, which no other request should wait for.
 *
 * The thread uses DuckDB, which aborts the whole process when a thread is taken away in the middle of a call of it: `close` waits until the thread has ended by itself.
 */
export class PagesThread {
  #pages: Promise<DocsPages> | undefined
  #worker: Worker | undefined
  #ended: Promise<unknown> = Promise.resolve()
  #isClosed = false

  /** Throws `unavailable` once the server stops. Pages that could not be made are tried again by the next caller. */
  pages(): Promise<DocsPages> {
    this.#pages ??= this.#make().catch((error: unknown) => {
      this.#pages = undefined
      throw error
    })
    return this.#pages
  }

  /** Tells the thread to stop, and resolves when it has. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#worker?.postMessage(STOPPED)
    await this.#ended
  }

  async #make(): Promise<DocsPages> {
    if (this.#isClosed) throw stopping()
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    this.#worker = worker
    this.#ended = new Promise((resolve) => worker.once('exit', resolve))
    const [pages] = (await once(worker, 'message')) as [DocsPages | typeof STOPPED]
    if (pages === STOPPED) throw stopping()
    return pages
  }
}

const stopping = (): BenchcastError => new BenchcastError('unavailable', 'The server is stopping: the documentation can be read again once it is started.')
