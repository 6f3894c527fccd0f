interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers items that come close together and works on one batch at a time, or on `atOnce` of them; what comes meanwhile is the next one.
 * `add` resolves with the item's result, or rejects where that is an error.
 */
export class Batches<Item, Result> {
  readonly #work: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>
  readonly #most: number
  readonly #waiting: Waiting<Item, Result>[] = []
  readonly #atOnce: number
  #working = 0

  constructor(work: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>, most: number, atOnce = 1) {
    this.#work = work
    this.#most = most
    this.#atOnce = atOnce
  }

  add(item: Item): Promise<Result> {
    const done = new Promise<Result>((resolve, reject) => this.#waiting.push({ item, resolve, reject }))
    if (this.#working < this.#atOnce) void this.#run()
    return done
  }

  async #run(): Promise<void> {
    this.#working += 1
    // What arrives in the same turn of the event loop comes along.
    await new Promise(setImmediate)
    while (this.#waiting.length > 0) await this.#workOn(this.#waiting.splice(0, this.#most))
    this.#working -= 1
  }

  async #workOn(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const results = await this.#work(batch.map(({ item }) => item)).catch((error: Error) => batch.map(() => error))
    for (const [index, { resolve, reject }] of batch.entries()) {
      const result = results[index]!
      if (result instanceof Error) reject(result)
      else resolve(result)
    }
  }
}
