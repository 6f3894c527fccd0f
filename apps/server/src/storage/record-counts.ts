/**
 * How many records match a filter, for filters that are asked again: records are only ever added (a deletion forgets everything here),
 * so what was counted up to a write stays true and only later writes need to be counted. Counting 1,000,000 rows takes 10 to 25 ms.
 */
export class RecordCounts {
  readonly #limit: number
  readonly #known = new Map<string, { readonly count: number; readonly seq: number }>()

  constructor(limit = 1000) {
    this.#limit = limit
  }

  /** The count up to and with write `seq`. `count` counts the matching records after one write, up to and with another. */
  async of(key: string, seq: number, count: (after: number, upTo: number) => Promise<number>): Promise<number> {
    const known = this.#known.get(key)
    if (known?.seq === seq) return known.count
    const before = known !== undefined && known.seq < seq ? known : { count: 0, seq: -1 }
    const total = before.count + (await count(before.seq, seq))
    this.#known.delete(key)
    this.#known.set(key, { count: total, seq })
    if (this.#known.size > this.#limit) this.#known.delete(this.#known.keys().next().value!)
    return total
  }

  forget(): void {
    this.#known.clear()
  }
}
