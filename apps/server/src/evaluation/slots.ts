import { BenchcastError } from '@benchcast/core/errors'

/** Lets so many pieces of work run at a time; the others wait in order, and beyond `longestQueue` of them one more is refused as overloaded. */
export class Slots {
  readonly #size: number
  readonly #longestQueue: number
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor(size: number, longestQueue: number) {
    this.#size = size
    this.#longestQueue = longestQueue
  }

  get waiting(): number {
    return this.#waiting.length
  }

  /** Does the work now, or undefined when no slot is free. */
  useFree<T>(work: () => Promise<T>): Promise<T> | undefined {
    return this.#busy < this.#size ? this.use(work) : undefined
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(): Promise<void> {
    if (this.#busy < this.#size) {
      this.#busy += 1
      return
    }
    if (this.#waiting.length >= this.#longestQueue) throw new BenchcastError('overloaded', 'Too many large evaluations are waiting: try again in a few seconds.', { retryAfterSeconds: 5 })
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** The slot goes to the next in the queue, or is free. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#busy -= 1
    else next()
  }
}
