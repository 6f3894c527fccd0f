/** Values by key, least recently used dropped first once their sizes exceed the limit. A value larger than the limit is not kept. */
export class RecentlyUsed<Value> {
  readonly #values = new Map<string, Value>()
  readonly #limit: number
  readonly #sizeOf: (value: Value) => number
  #size = 0
  /** Goes on where it is, at the oldest: one from the start would pass the places of all that were dropped. */
  #keys = this.#values.keys()
  /** False once a key was dropped: then one that is not here may be elsewhere. */
  holdsAll = true

  constructor(limit: number, sizeOf: (value: Value) => number) {
    this.#limit = limit
    this.#sizeOf = sizeOf
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    this.#values.delete(key)
    this.#values.set(key, value)
    return value
  }

  set(key: string, value: Value): void {
    this.#drop(key)
    this.#values.set(key, value)
    this.#size += this.#sizeOf(value)
    while (this.#size > this.#limit) this.#dropOldest()
  }

  #dropOldest(): void {
    const { done, value: oldest } = this.#keys.next()
    if (done) this.#keys = this.#values.keys()
    else {
      this.#drop(oldest)
      this.holdsAll = false
    }
  }

  /** Drops the values for which it holds. */
  deleteWhere(isGone: (value: Value) => boolean): void {
    for (const [key, value] of this.#values) {
      if (!isGone(value)) continue
      this.#drop(key)
      this.holdsAll = false
    }
  }

  #drop(key: string): void {
    const value = this.#values.get(key)
    if (value !== undefined && this.#values.delete(key)) this.#size -= this.#sizeOf(value)
  }
}
