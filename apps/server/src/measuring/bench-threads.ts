import { setTimeout as sleep } from 'node:timers/promises'
import { MessageChannel } from 'node:worker_threads'
import type { ChildLimits } from '@benchcast/bench'
import { Piscina } from 'piscina'
import { type Attempt, errorOf } from '../evaluation/tasks.ts'
import type { BenchKind, BenchKinds, BenchWork } from './bench-thread.ts'

export interface BenchCall<Kind extends BenchKind = BenchKind> {
  /** Where models are written. */
  readonly folder: string
  readonly limits: Partial<ChildLimits>
  readonly signal: AbortSignal
  readonly onStep: (step: BenchKinds[Kind]['step']) => void
}

/** As many devices as can be measured at the same time. */
const MOST_THREADS = 8
const IDLE_MS = 60_000
const HEAP_MB = 4096
/** A thread that is told to stop ends its child at once; one that is still writing weights is ended itself after this time. */
const GRACE_MS = 300

/** Threads that write models and watch over the processes that run them. */
export class BenchThreads {
  readonly #running = new Set<Promise<unknown>>()
  #pool: Piscina | undefined

  /** Throws what `benchmark` or `testModel` throws, or the signal's reason when it is aborted: the process of the model is gone by then. */
  run<Kind extends BenchKind>(kind: Kind, question: BenchKinds[Kind]['question'], call: BenchCall<Kind>): Promise<BenchKinds[Kind]['result']> {
    const running = this.#run(kind, question, call).finally(() => this.#running.delete(running))
    this.#running.add(running)
    return running
  }

  /** Whoever was told to stop gets the time to clean up. */
  async close(): Promise<void> {
    await Promise.race([Promise.allSettled(this.#running), sleep(2 * GRACE_MS, undefined, { ref: false })])
    await this.#pool?.destroy()
  }

  async #run<Kind extends BenchKind>(kind: Kind, question: BenchKinds[Kind]['question'], { folder, limits, signal, onStep }: BenchCall<Kind>): Promise<BenchKinds[Kind]['result']> {
    signal.throwIfAborted()
    const { port1, port2 } = new MessageChannel()
    const stopping = new Stopping(signal, () => port1.postMessage('stop'))
    port1.on('message', onStep)
    try {
      const work: BenchWork<Kind> = { kind, question, limits, folder, port: port2 }
      const attempt = (await this.#threads().run(work, { transferList: [port2], signal: stopping.hard })) as Attempt<BenchKinds[Kind]['result']>
      signal.throwIfAborted()
      if ('refusal' in attempt) throw errorOf(attempt.refusal)
      return attempt.value
    } catch (error) {
      signal.throwIfAborted()
      throw error
    } finally {
      stopping.end()
      port1.close()
    }
  }

  #threads(): Piscina {
    this.#pool ??= new Piscina({
      filename: new URL('./bench-thread.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: MOST_THREADS,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    return this.#pool
  }
}

/** Asks a thread to stop when a signal is aborted, and takes it away when it does not. */
class Stopping {
  readonly #signal: AbortSignal
  readonly #hard = new AbortController()
  readonly #ask: () => void
  #timer: NodeJS.Timeout | undefined

  constructor(signal: AbortSignal, ask: () => void) {
    this.#signal = signal
    this.#ask = ask
    signal.addEventListener('abort', this.#stop, { once: true })
  }

  get hard(): AbortSignal {
    return this.#hard.signal
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#signal.removeEventListener('abort', this.#stop)
  }

  readonly #stop = (): void => {
    this.#ask()
    this.#timer = setTimeout(() => this.#hard.abort(), GRACE_MS)
  }
}
