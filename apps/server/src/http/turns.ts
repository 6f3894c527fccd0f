/**
 * Spreads work over turns of the event loop: one caller goes on per turn, in order of arrival. When many requests arrive at once,
 * what else is ready (a commit that ended, an answer to be sent) runs between them rather than after the last.
 *
 * @example
 * await turns.next()
 */
export class Turns {
  readonly #line: (() => void)[] = []

  /** Resolves in a later turn of the event loop, after everybody who asked before. */
  next(): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#line.push(resolve))
    if (this.#line.length === 1) setImmediate(this.#serve)
    return turn
  }

  readonly #serve = (): void => {
    this.#line.shift()?.()
    if (this.#line.length > 0) setImmediate(this.#serve)
  }
}
