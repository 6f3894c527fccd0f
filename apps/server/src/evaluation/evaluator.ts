import type { ReportFormat } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { KnownColumns, NumberColumn } from '@benchcast/core/json'
import { Piscina } from 'piscina'
import { Batches } from './batches.ts'
import { ColumnsAhead } from './columns-ahead.ts'
import type { EvaluatedRun, RunIdentity } from './evaluate-body.ts'
import { renderReport } from './reports.ts'
import { Slots } from './slots.ts'
import { evaluateInTurns, packed, type SmallBody, type SmallRuns } from './small-bodies.ts'
import { type Attempt, errorOf, type Task, type TaskResult, type TaskValue } from './tasks.ts'

/** Turns request bodies into runs and runs into reports, without holding up the event loop. */
export interface Evaluator {
  evaluate(bytes: Uint8Array, identity: RunIdentity): Promise<EvaluatedRun>
  /** Reads ahead in a body that is being received, to be evaluated later: to be told how many bytes are in their place. */
  receive(body: Uint8Array<SharedArrayBuffer>): (length: number) => void
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

/** Larger bodies go to a worker by themselves. */
const SMALL_BYTES = 64 * 1024
/** So many small bodies at the same time are evaluated where they are; more of them together by a worker, up to a batch. */
const INLINE_BODIES = 2
const BATCH_BODIES = 16
/** One is evaluated while the answers of the other go out and the next bodies come in. With 64 callers about a tenth more runs a second. */
const BATCHES_AT_ONCE = 2
/** Larger documents are rendered by a worker. */
const INLINE_REPORT_CHARACTERS = 256 * 1024
const WORKER_HEAP_MB = 4096
/** Node ends a worker whose heap is full gently if one collection leaves it less than 16 MB above its limit, and the whole process otherwise: new objects must not be more. */
const WORKER_YOUNG_MB = 24
/** Whoever shares a core with a worker goes first: the event loop, which has the next body for it, and the threads that write what it made. Elsewhere than on Linux this would be of the process, or the reverse. */
const WORKER_NICE = process.platform === 'linux' ? 3 : 0
const LONGEST_QUEUE = 1000
const NO_COLUMNS: KnownColumns = new Map()

export class ThreadedEvaluator implements Evaluator {
  readonly #options: Options
  readonly #slots: Slots
  readonly #ahead = new WeakMap<Uint8Array, ColumnsAhead>()
  readonly #small: Batches<SmallBody, EvaluatedRun | undefined>
  #pool: Piscina<Task, TaskResult> | undefined

  constructor(options: Options) {
    this.#options = options
    this.#slots = new Slots(options.workers, LONGEST_QUEUE)
    this.#small = new Batches((bodies) => this.#evaluateSmall(bodies), BATCH_BODIES, Math.min(BATCHES_AT_ONCE, options.workers))
  }

  async evaluate(bytes: Uint8Array, identity: RunIdentity): Promise<EvaluatedRun> {
    const small = bytes.length <= SMALL_BYTES ? await this.#small.add({ bytes, identity }) : undefined
    if (small !== undefined) return small
    const known = (await this.#ahead.get(bytes)?.columns()) ?? NO_COLUMNS
    const handedOver = [...known.values()].map(({ values }) => values.buffer)
    if (bytes.buffer instanceof SharedArrayBuffer) return (await this.#run({ kind: 'evaluate', bytes, known, identity }, handedOver)) as EvaluatedRun
    const own = bytes.length === bytes.buffer.byteLength ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
    return (await this.#run({ kind: 'evaluate', bytes: own, known, identity }, [own.buffer])) as EvaluatedRun
  }

  /** A worker leaves the event loop free, and the garbage of evaluations is then not swept together with what the server keeps. */
  async #evaluateSmall(bodies: readonly SmallBody[]): Promise<SmallRuns> {
    const together = () => this.#runNow({ kind: 'evaluate-small', bodies: packed(bodies) }) as Promise<readonly Attempt<EvaluatedRun | undefined>[]>
    const attempts = bodies.length > INLINE_BODIES ? await this.#slots.useFree(together)?.catch(() => undefined) : undefined
    return attempts?.map((one) => ('refusal' in one ? errorOf(one.refusal) : one.value)) ?? evaluateInTurns(bodies)
  }

  receive(body: Uint8Array<SharedArrayBuffer>): (length: number) => void {
    const ahead = new ColumnsAhead(body, (text) => this.#slots.useFree(() => this.#threads().run({ kind: 'column', text }) as Promise<NumberColumn | undefined>))
    this.#ahead.set(body, ahead)
    return (length) => ahead.arrived(length)
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
  #run(task: Task, transferList: ArrayBuffer[] = []): Promise<TaskValue> {
    return this.#slots.use(() => this.#runNow(task, transferList))
  }

  async #runNow(task: Task, transferList: ArrayBuffer[] = []): Promise<TaskValue> {
    const signal = AbortSignal.timeout(1000 * this.#options.timeoutSeconds)
    const result = (await this.#threads()
      .run(task, { transferList, signal })
      .catch((error: unknown) => Promise.reject(this.#failure(error, signal)))) as Exclude<TaskResult, NumberColumn | undefined>
    if ('refusal' in result) throw errorOf(result.refusal)
    return result.value
  }

  #threads(): Piscina<Task, TaskResult> {
    this.#pool ??= new Piscina<Task, TaskResult>({
      filename: new URL('./worker.ts', import.meta.url).href,
      minThreads: Math.min(2, this.#options.workers),
      maxThreads: this.#options.workers,
      idleTimeout: 60_000,
      niceIncrement: WORKER_NICE,
      resourceLimits: { maxYoungGenerationSizeMb: WORKER_YOUNG_MB, maxOldGenerationSizeMb: this.#options.heapMb ?? WORKER_HEAP_MB },
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
