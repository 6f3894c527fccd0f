import type { ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { BenchcastError } from '@benchcast/core/errors'
import type { ServerConfig } from '../config.ts'

const SAMPLE_MS = 500
const MOST_IN_FLIGHT = 1000
/** No evaluation is begun while so many have waited for so many samples: it would wait as long, and they would be done no sooner. */
const MOST_WAITING_LONG = 64
const LONG_SAMPLES = 4

/** Watches how late the event loop is and how many requests are open, and refuses work before everything gets slow. */
export class LoadWatch {
  readonly #delay = monitorEventLoopDelay({ resolution: 10 })
  readonly #timer: NodeJS.Timeout
  #previousMs = 0
  /** How late the loop was, ms: the lower of the means of the last two samples, so that one long turn, over when it is noticed, sheds nothing. */
  delayMs = 0
  inFlight = 0
  #sample = 0
  /** Evaluations without an answer, by the sample in which they came. */
  readonly #evaluations = new Map<number, number>()
  readonly #busyAfterMs: number

  /** `busyAfterMs`: how late the loop may be; 0 for as late as it likes. */
  constructor({ busyAfterMs }: Pick<ServerConfig, 'busyAfterMs'>) {
    this.#busyAfterMs = busyAfterMs || Number.POSITIVE_INFINITY
    this.#delay.enable()
    this.#timer = setInterval(() => this.#takeSample(), SAMPLE_MS).unref()
  }

  #takeSample(): void {
    this.#sample += 1
    const latestMs = Number.isNaN(this.#delay.mean) ? 0 : this.#delay.mean / 1e6
    this.delayMs = Math.min(this.#previousMs, latestMs)
    this.#previousMs = latestMs
    this.#delay.reset()
  }

  /** Counts a request until its response is over or its connection gone. */
  enter(response: ServerResponse): void {
    this.inFlight += 1
    response.once('close', this.#leave)
  }

  readonly #leave = (): void => {
    this.inFlight -= 1
  }

  /** Throws overloaded when one more request, or one more evaluation, would only wait. */
  check(isEvaluation = false): void {
    const isLate = this.delayMs > this.#busyAfterMs || this.inFlight > MOST_IN_FLIGHT
    if (isLate || (isEvaluation && this.#waitingLong > MOST_WAITING_LONG)) throw new BenchcastError('overloaded', 'The server is busy: try again in a second.', { retryAfterSeconds: 1 })
  }

  get #waitingLong(): number {
    return [...this.#evaluations].reduce((sum, [sample, count]) => sum + (sample <= this.#sample - LONG_SAMPLES ? count : 0), 0)
  }

  /** Counts an evaluation, whose body is here, as waiting until its response is over. */
  await(evaluation: ServerResponse): void {
    const sample = this.#sample
    const add = (count: number) => {
      const left = (this.#evaluations.get(sample) ?? 0) + count
      if (left === 0) this.#evaluations.delete(sample)
      else this.#evaluations.set(sample, left)
    }
    add(1)
    evaluation.once('close', () => add(-1))
  }

  close(): void {
    clearInterval(this.#timer)
    this.#delay.disable()
  }
}
