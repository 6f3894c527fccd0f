interface SeqRange {
  /** Before the first write. */
  readonly low: number
  /** The last write. */
  readonly high: number
  readonly isAscending: boolean
  /** Below so many rows the next window is wider, above `many` narrower. */
  readonly few: number
  readonly many: number
}

/**
 * Ranges of writes, one after the other, wider where few rows match and narrower where many do.
 *
 * @example
 * const windows = new SeqWindows({ low: 0, high: 900, isAscending: false, few: 4000, many: 16_000 })
 * windows.next(0) // [896, 900], without the first of them
 */
export class SeqWindows {
  readonly #range: SeqRange
  #low: number
  #high: number
  #width = 1

  constructor(range: SeqRange) {
    this.#range = range
    this.#low = range.low
    this.#high = range.high
  }

  get isDone(): boolean {
    return this.#low >= this.#high
  }

  /** The next range, after a window with so many rows. */
  next(rows: number): [after: number, upTo: number] {
    const { few, many, isAscending } = this.#range
    if (rows > many) this.#width = Math.max(1, Math.floor(this.#width / 2))
    else if (rows < few) this.#width *= 4
    const range: [number, number] = isAscending ? [this.#low, Math.min(this.#high, this.#low + this.#width)] : [Math.max(this.#low, this.#high - this.#width), this.#high]
    if (isAscending) this.#low = range[1]
    else this.#high = range[0]
    return range
  }
}
