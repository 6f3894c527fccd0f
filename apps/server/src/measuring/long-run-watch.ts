import type { BenchmarkStep } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'

/** A first run allocates and compiles. */
export const FIRST_RUN_EXTRA_SECONDS = 10
/** Nothing is ended for less. */
const LEAST_RUN_SECONDS = 1

/**
 * Ends a measurement whose single runs are far longer than the time it was given: the measured time is looked at between runs only, and one of them may take minutes. A run may take
 * as long again as `max_seconds`, at least a second; without `max_seconds` nothing is ended.
 *
 * @example
 * const watch = new LongRunWatch(5) // a step every ten seconds at least, or watch.signal is aborted
 */
export class LongRunWatch {
  readonly #maxSeconds: number | null | undefined
  readonly #firstRunExtraSeconds: number
  readonly #over = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(maxSeconds: number | null | undefined, firstRunExtraSeconds = FIRST_RUN_EXTRA_SECONDS) {
    this.#maxSeconds = maxSeconds
    this.#firstRunExtraSeconds = firstRunExtraSeconds
  }

  get signal(): AbortSignal {
    return this.#over.signal
  }

  /** Time starts anew with each step; loading is not limited. */
  step({ step }: Pick<BenchmarkStep, 'step'>): void {
    clearTimeout(this.#timer)
    if (this.#maxSeconds == null || step === 'loading') return
    const seconds = this.#maxSeconds + Math.max(LEAST_RUN_SECONDS, this.#maxSeconds) + (step === 'first run' ? this.#firstRunExtraSeconds : 0)
    this.#timer = setTimeout(() => this.#over.abort(tooLong(this.#maxSeconds!)), 1000 * seconds)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

const tooLong = (maxSeconds: number) =>
  new BenchcastError('run_timed_out', `A single run takes far longer than the ${maxSeconds} s that were given (max_seconds), so it was ended: allow more time, or choose a smaller model or batch.`)
