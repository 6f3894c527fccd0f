/** Time that may be saved up: enough for hundreds of measurements that are each asked about at once, ms. */
const MOST_MS = 1000
/** It is given back as this part of the time that passes. */
const SHARE = 20

/**
 * Time for learning while somebody waits for a prediction. Who records and asks in turn is always answered with what was learned; under a load of both it is used up, and what comes is
 * learned from together.
 */
export class LearningTime {
  readonly #clock: () => number
  #leftMs = MOST_MS
  #at: number

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
    this.#at = clock()
  }

  /** Takes so much, where there is so much. */
  take(ms: number): boolean {
    const now = this.#clock()
    this.#leftMs = Math.min(MOST_MS, this.#leftMs + (now - this.#at) / SHARE)
    this.#at = now
    if (ms > this.#leftMs) return false
    this.#leftMs -= ms
    return true
  }
}
