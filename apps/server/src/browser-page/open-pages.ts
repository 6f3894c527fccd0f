import { type BrowserJob, BrowserJobs, type BrowserMeasurement, type MeasureJob } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'

/** A page that waits for somebody to open it, or is open. */
export interface OpenPage {
  readonly runId: string
  readonly title: string
  /** Address of its job, from `/measure/` on. */
  readonly path: string
  readonly openedAt: number
  readonly hasStarted: boolean
}

export interface PageCall {
  /** Longest time until somebody opens the page and starts. */
  readonly waitSeconds: number
  /** Longest time from the start to the answer. */
  readonly timeoutSeconds: number
  readonly signal: AbortSignal
  readonly onStep: NonNullable<Parameters<BrowserJobs['open']>[1]>['onStep']
  /** Told once the page can be opened. */
  readonly onOpen: (address: string) => void
}

export const PAGE_PREFIX = '/measure/'

/**
 * Models that are measured in a browser which somebody opens by hand. Every job has its own random token; a run has one address, from which a browser is sent to its next job.
 *
 * @example
 * const { samples } = await pages.measure('a-run', 'BERT tiny', job, { waitSeconds: 600, timeoutSeconds: 60, signal, onStep, onOpen })
 */
export class OpenPages {
  readonly jobs = new BrowserJobs()
  /** By run. */
  readonly #pages = new Map<string, OpenPage>()
  #origin = ''

  /** Says where the server answers; before that addresses begin with the path. */
  listenAt(url: string): void {
    this.#origin = new URL(url).origin
  }

  /** What a person opens for a run; the same for all its jobs, and after a restart of the server. */
  addressOf(runId: string): string {
    return `${this.#origin}${PAGE_PREFIX}run/${encodeURIComponent(runId)}`
  }

  /** Where the server answers; '' as long as nobody said. */
  get origin(): string {
    return this.#origin
  }

  find(runId: string): OpenPage | undefined {
    return this.#pages.get(runId)
  }

  /** Oldest first. */
  list(): readonly OpenPage[] {
    return [...this.#pages.values()]
  }

  /**
   * Waits until a browser has done the job. Throws `browser_unavailable` when nobody starts it in time or the browser cannot, `run_timed_out`, what the page says of a failure, and the
   * signal's reason when it is aborted.
   */
  async measure(runId: string, title: string, job: MeasureJob, { waitSeconds, timeoutSeconds, signal, onStep, onOpen }: PageCall): Promise<BrowserMeasurement> {
    const patience = new Patience(waitSeconds, nobodyCame(this.addressOf(runId), waitSeconds))
    const start = () => {
      this.#change(runId, { hasStarted: true })
      patience.begin(timeoutSeconds, tookTooLong(timeoutSeconds))
    }
    const told: PageCall['onStep'] = (step) => {
      if (this.#pages.get(runId)?.hasStarted === false) start()
      onStep?.(step)
    }
    const asked: BrowserJob = { ...job, title, next: `../run/${encodeURIComponent(runId)}/next` }
    try {
      const open = await this.jobs.open(asked, { limits: { timeoutSeconds: waitSeconds + timeoutSeconds + 1 }, signal: AbortSignal.any([signal, patience.signal]), onStep: told })
      this.#pages.set(runId, { runId, title, path: open.path, openedAt: Date.now(), hasStarted: false })
      onOpen(this.addressOf(runId))
      const answer = await open.answer
      return (answer as Extract<typeof answer, { readonly kind: 'measured' }>).result
    } finally {
      this.#pages.delete(runId)
      patience.end()
    }
  }

  #change(runId: string, change: Partial<OpenPage>): void {
    const page = this.#pages.get(runId)
    if (page !== undefined) this.#pages.set(runId, { ...page, ...change })
  }
}

/** Aborts with a reason when its time is over. */
class Patience {
  readonly #over = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(seconds: number, reason: Error) {
    this.begin(seconds, reason)
  }

  get signal(): AbortSignal {
    return this.#over.signal
  }

  /** The time starts anew. */
  begin(seconds: number, reason: Error): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#over.abort(reason), 1000 * seconds)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

/** Nobody opened the page in time. */
export class NobodyCame extends BenchcastError {}

const nobodyCame = (address: string, seconds: number) =>
  new NobodyCame('browser_unavailable', `Nobody opened ${address} and started within ${seconds} s: ask again and open it in a browser, or allow more time (browser_wait).`)

const tookTooLong = (seconds: number) =>
  new BenchcastError('run_timed_out', `The page gave no result within ${seconds} s of its start: keep it open, allow more time (timeout), or choose a smaller model or batch.`)
