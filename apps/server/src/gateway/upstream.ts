import { BenchcastError } from '@benchcast/core/errors'
import { CircuitBreaker } from './circuit-breaker.ts'
import { Connections } from './connections.ts'
import type { GatewayKeys } from './gateway-keys.ts'

interface Options {
  /** For people. */
  readonly title: string
  /** `http://127.0.0.1:8500`; none while its process starts. */
  readonly url?: string | undefined
  readonly keys?: GatewayKeys | undefined
}

/** A service in another process: where it is, and whether it answers. */
export class Upstream {
  readonly title: string
  readonly keys: GatewayKeys | undefined
  readonly breaker = new CircuitBreaker()
  readonly #isForeign: boolean
  #url: string | undefined
  #connections: Connections | undefined
  /** Why it cannot be asked at all, for people. */
  #downBecause: string | undefined
  /** What was last found out by asking for its health. */
  isHealthy = false

  constructor({ title, url, keys }: Options) {
    this.title = title
    this.keys = keys
    this.#isForeign = url !== undefined
    if (url !== undefined) this.moveTo(url)
  }

  /** It was not started by this process, and may be another version or another program. */
  get isForeign(): boolean {
    return this.#isForeign
  }

  get url(): string | undefined {
    return this.#url
  }

  /** Asks it here from now on. */
  moveTo(url: string): void {
    this.#url = url.replace(/\/$/, '')
    // What is still open to the old address ends there.
    this.#connections = new Connections(this.#url)
    this.#downBecause = undefined
    this.breaker.succeeded()
  }

  /** Nothing is asked until it moves to an address again. */
  stopAsking(because: string): void {
    this.#downBecause = because
    this.isHealthy = false
  }

  /** Connections to it. Throws `upstream_unavailable` when it should not be asked now; who asks says to the breaker how it ended. */
  get connections(): Connections {
    this.checkedUrl()
    return this.#connections!
  }

  /** Its address. Throws `upstream_unavailable` when it should not be asked now; who asks says to the breaker how it ended. */
  checkedUrl(): string {
    if (this.#downBecause !== undefined || this.#url === undefined) throw this.unavailable(this.#downBecause ?? 'it is starting')
    if (!this.breaker.mayPass()) throw this.unavailable('it did not answer the last requests', this.breaker.retryAfterSeconds)
    return this.#url
  }

  unavailable(why: string, retryAfterSeconds = 1, cause?: unknown): BenchcastError {
    return new BenchcastError('upstream_unavailable', `The ${this.title} is not available: ${why}. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds, cause })
  }

  tooSlow(seconds: number, cause?: unknown): BenchcastError {
    return new BenchcastError('upstream_timeout', `The ${this.title} did not answer within ${seconds} s.`, { cause })
  }

  close(): void {
    this.#connections?.close()
  }
}
