import type { ReportFormat } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { evaluationCost } from '@benchcast/core/evaluate'
import { Piscina } from 'piscina'
import { type EvaluatedRun, evaluateRequest, parseRunRequest, type RunIdentity } from './evaluate-body.ts'
import { renderReport } from './reports.ts'
import { Slots } from './slots.ts'
import { errorOf, type Task, type TaskResult } from './tasks.ts'

/** Turns request bodies into runs and runs into reports, without holding up the event loop. */
export interface Evaluator {
  evaluate(bytes: Uint8Array<ArrayBuffer>, identity: RunIdentity): Promise<EvaluatedRun>
  report(document: string, format: ReportFormat): Promise<string>
  /** Evaluations that wait for a worker. */
  readonly waiting: number
  /** Starts one worker thread, so that the first large request finds it running. */
  warm(): void
  close(): Promise<void>
}

interface Options {
  readonly workers: number
  readonly timeoutSeconds: number
  /** JavaScript heap of a worker, MB; its typed arrays are beside it. */
  readonly heapMb?: number
}

/** Larger bodies go to a worker unread. */
const INLINE_BYTES = 64 * 1024
/** Requests that cost more than this go to a worker, ms. */
const INLINE_COST_MS = 5
/** Larger documents are rendered by a worker. */
const INLINE_REPORT_CHARACTERS = 256 * 1024
const WORKER_HEAP_MB = 4096
const LONGEST_QUEUE = 1000

export class ThreadedEvaluator implements Evaluator {
  readonly #options: Options
  readonly #slots: Slots
  #pool: Piscina<Task, TaskResult> | undefined

  constructor(options: Options) {
    this.#options = options
    this.#slots = new Slots(options.workers, LONGEST_QUEUE)
  }

  async evaluate(bytes: Uint8Array<ArrayBuffer>, identity: RunIdentity): Promise<EvaluatedRun> {
    if (bytes.length <= INLINE_BYTES) {
      const request = parseRunRequest(bytes)
      if (evaluationCost(request) <= INLINE_COST_MS) return evaluateRequest(request, identity)
    }
    const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice()
    return (await this.#run({ kind: 'evaluate', bytes: own, identity }, [own.buffer])) as EvaluatedRun
  }

  async report(document: string, format: ReportFormat): Promise<string> {
    if (document.length <= INLINE_REPORT_CHARACTERS) return renderReport(document, format)
    return (await this.#run({ kind: 'report', document, format })) as string
  }

  /** Evaluations that wait for a worker. */
  get waiting(): number {
    return this.#slots.waiting
  }

  /** Waits for a free worker first, so that the time limit counts the work alone. */
  #run(task: Task, transferList: ArrayBuffer[] = []): Promise<EvaluatedRun | string> {
    return this.#slots.use(() => this.#runNow(task, transferList))
  }

  async #runNow(task: Task, transferList: ArrayBuffer[]): Promise<EvaluatedRun | string> {
    const signal = AbortSignal.timeout(1000 * this.#options.timeoutSeconds)
    const result = await this.#threads()
      .run(task, { transferList, signal })
      .catch((error: unknown) => Promise.reject(this.#failure(error, signal)))
    if ('refusal' in result) throw errorOf(result.refusal)
    return result.value
  }

  #threads(): Piscina<Task, TaskResult> {
    this.#pool ??= new Piscina<Task, TaskResult>({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: 1,
      maxThreads: this.#options.workers,
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: this.#options.heapMb ?? WORKER_HEAP_MB },
    })
    return this.#pool
  }

  #failure(error: unknown, signal: AbortSignal): BenchcastError {
    const { code } = error as { code?: string }
    if (signal.aborted)
      return new BenchcastError('evaluation_failed', `The evaluation took longer than ${this.#options.timeoutSeconds} seconds: send fewer rows or models, fewer resamples, or confidence: false.`, {
        cause: error,
      })
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      return new BenchcastError('evaluation_failed', 'The evaluation needed more memory than a worker has: send fewer rows or models per request.', { cause: error })
    return new BenchcastError('internal', 'The evaluation failed; the log of the server says why under this request_id.', { cause: error })
  }

  warm(): void {
    this.#threads()
  }

  async close(): Promise<void> {
    await this.#pool?.destroy()
  }
}
