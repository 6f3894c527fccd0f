/** When to stop asking a service that does not answer, and when to try again. */
export interface BreakerPolicy {
  /** Failures in a row after which nothing is asked for a while. */
  readonly failures: number
  readonly firstPauseMs: number
  readonly longestPauseMs: number
}

const POLICY: BreakerPolicy = { failures: 5, firstPauseMs: 500, longestPauseMs: 15_000 }

/**
 * Closed: everything passes. Open: nothing does, for a pause that doubles with every failed trial. After the pause one request at a time is the trial: its success closes the
 * breaker.
 *
 * @example
 * const breaker = new CircuitBreaker()
 * if (breaker.mayPass()) try { await ask(); breaker.succeeded() } catch { breaker.failed() }
 */
export class CircuitBreaker {
  readonly #policy: BreakerPolicy
  readonly #now: () => number
  #failures = 0
  #pauseMs = 0
  #openUntil = 0
  #isTrying = false

  constructor(policy: BreakerPolicy = POLICY, now: () => number = () => performance.now()) {
    this.#policy = policy
    this.#now = now
  }

  get isOpen(): boolean {
    return this.#pauseMs > 0
  }

  /** Seconds until the next trial, at least 1. */
  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil((this.#openUntil - this.#now()) / 1000))
  }

  /** Whether a request may be sent; the caller then says how it ended. */
  mayPass(): boolean {
    if (!this.isOpen) return true
    if (this.#isTrying || this.#now() < this.#openUntil) return false
    this.#isTrying = true
    return true
  }

  succeeded(): void {
    this.#failures = this.#pauseMs = 0
    this.#isTrying = false
  }

  failed(): void {
    this.#failures += 1
    this.#isTrying = false
    const { failures, firstPauseMs, longestPauseMs } = this.#policy
    if (this.#failures < failures) return
    this.#pauseMs = Math.min(longestPauseMs, this.#pauseMs === 0 ? firstPauseMs : this.#pauseMs * 2)
    this.#openUntil = this.#now() + this.#pauseMs
  }

  /** The caller went away before it was known how the request ended. */
  abandoned(): void {
    this.#isTrying = false
  }
}
