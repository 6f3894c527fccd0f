/**
 * Values by key, about the `limit` most recently asked for.
 *
 * @example
 * const squares = new RecentlyUsed<number>(100)
 * squares.get('7', () => 49) // 49, and from now on without asking
 */
export class RecentlyUsed<Value> {
  readonly #limit: number
  readonly #values = new Map<string, Value>()

  constructor(limit: number) {
    this.#limit = limit
  }

  get(key: string, make: () => Value): Value {
    const found = this.#values.get(key)
    // Far from the limit nothing is dropped soon, and the order need not be kept.
    if (found !== undefined && 2 * this.#values.size < this.#limit) return found
    const value = found ?? make()
    if (found !== undefined) this.#values.delete(key)
    else if (this.#values.size >= this.#limit) this.#values.delete(this.#values.keys().next().value!)
    this.#values.set(key, value)
    return value
  }

  get size(): number {
    return this.#values.size
  }
}
