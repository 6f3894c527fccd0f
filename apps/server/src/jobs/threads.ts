import { MessageChannel } from 'node:worker_threads'
import { BenchcastError } from '@benchcast/core/errors'
import { Piscina } from 'piscina'
import { errorOf, type Refusal } from '../evaluation/tasks.ts'
import type { ThreadWork } from './job.ts'

/** What a thread gives back: the value, or the refusal that a caller can do something about. */
export type ThreadResult = { readonly refusal: Refusal } | { readonly value: unknown }

/** How far a thread is. */
export type ThreadProgress = readonly [fraction: number, message: string]

const HEAP_MB = 4096

/** Worker threads for tasks that compute for long. A cancelled one loses its thread. */
export class Threads {
  readonly #count: number
  #pool: Piscina | undefined

  constructor(count: number) {
    this.#count = count
  }

  async run<T>(work: ThreadWork, signal: AbortSignal, onProgress: (fraction: number, message: string) => void): Promise<T> {
    const { port1, port2 } = new MessageChannel()
    port1.on('message', ([fraction, message]: ThreadProgress) => onProgress(fraction, message))
    try {
      const result = (await this.#threads()
        .run({ ...work, progress: port2 }, { transferList: [port2], signal })
        .catch((error: unknown) => Promise.reject(failureOf(error, signal)))) as ThreadResult
      if ('refusal' in result) throw errorOf(result.refusal)
      return result.value as T
    } finally {
      port1.close()
    }
  }

  async close(): Promise<void> {
    await this.#pool?.destroy()
  }

  #threads(): Piscina {
    this.#pool ??= new Piscina({
      filename: new URL('./thread.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: this.#count,
      idleTimeout: 30_000,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    return this.#pool
  }
}

function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if ((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new BenchcastError('evaluation_failed', 'The task needed more memory than a worker has: send less at once.', { cause: error })
  return error
}
