import type { ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { BenchcastError } from '@benchcast/core/errors'

const SHED_ABOVE_MS = 250
const SAMPLE_MS = 500
const MOST_IN_FLIGHT = 1000

/** Watches how late the event loop is and how many requests are open, and refuses work before everything gets slow. */
export class LoadWatch {
  readonly #delay = monitorEventLoopDelay({ resolution: 10 })
  readonly #timer: NodeJS.Timeout
  #previousMs = 0
  /** How late the loop was, ms: the lower of the means of the last two samples, so that one long turn, over when it is noticed, sheds nothing. */
  delayMs = 0
  inFlight = 0

  constructor() {
    this.#delay.enable()
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS).unref()
  }

  #sample(): void {
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

  /** Throws overloaded when one more request would only wait. */
  check(): void {
    if (this.delayMs <= SHED_ABOVE_MS && this.inFlight <= MOST_IN_FLIGHT) return
    throw new BenchcastError('overloaded', 'The server is busy: try again in a second.', { retryAfterSeconds: 1 })
  }

  close(): void {
    clearInterval(this.#timer)
    this.#delay.disable()
  }
}
