import type { Keys } from './key-order.ts'
import type { Selection } from './selection.ts'

interface Offer {
  /** By row. */
  readonly keys: Keys
  readonly rows: Selection
  /** Number of the piece's first row. */
  readonly start: number
  /** Only rows for which it is true. */
  readonly isAfter: ((key: number, row: number) => boolean) | undefined
}

/** The rows that come first, of however many: those of the smallest keys, NaN last, of equal ones the newest. */
export class BestRows {
  readonly #most: number
  readonly #sign: number
  /** A heap whose root is the last of those that are kept. */
  readonly #keys: number[] = []
  readonly #rows: number[] = []
  /** The key of the last of those that are kept, once they are as many as are wanted. */
  #worst = Number.NaN
  /** The same as a value of the column. */
  #bound = Number.NaN

  /** Keeps so many; where it does not ascend, the largest keys come first. */
  constructor(most: number, isAscending: boolean) {
    this.#most = most
    this.#sign = isAscending ? 1 : -1
  }

  /** Whether a piece whose keys lie in a range may have a row that is kept. */
  mayTake(range: readonly [low: number, high: number] | undefined): boolean {
    return range === undefined || !(this.#sign < 0 ? range[1] < this.#bound : range[0] > this.#bound)
  }

  /** Considers rows of a piece. The greater the number of a row, the newer it is. */
  offer({ keys, rows: { rows, count, isAll }, start, isAfter }: Offer): void {
    const isDescending = this.#sign < 0
    for (let index = 0; index < count; index += 1) {
      const at = isDescending ? count - 1 - index : index
      const row = isAll ? at : rows[at]!
      const key = keys[row]!
      // Most rows end here. Neither holds of NaN.
      if (isDescending ? key < this.#bound : key > this.#bound) continue
      const own = Number.isNaN(key) ? Number.POSITIVE_INFINITY : this.#sign * key
      if (own > this.#worst || (own === this.#worst && start + row < this.#rows[0]!)) continue
      if (isAfter === undefined || isAfter(key, start + row)) this.#take(own, start + row)
    }
  }

  /** The rows that were kept, the first of them first. */
  inOrder(): readonly number[] {
    const places = this.#keys.map((_, place) => place)
    places.sort((a, b) => (isBefore(this.#keys[a]!, this.#rows[a]!, this.#keys[b]!, this.#rows[b]!) ? -1 : 1))
    return places.map((place) => this.#rows[place]!)
  }

  #take(key: number, row: number): void {
    if (this.#keys.length < this.#most) this.#add(key, row)
    else if (this.#most > 0) this.#replaceLast(key, row)
    if (this.#keys.length < this.#most) return
    this.#worst = this.#keys[0] ?? Number.NEGATIVE_INFINITY
    this.#bound = this.#sign * this.#worst
  }

  #add(key: number, row: number): void {
    let place = this.#keys.push(key) - 1
    this.#rows.push(row)
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.#isBeforeAt(parent, place)) return
      this.#swap(parent, place)
      place = parent
    }
  }

  #replaceLast(key: number, row: number): void {
    this.#keys[0] = key
    this.#rows[0] = row
    let place = 0
    for (;;) {
      const left = 2 * place + 1
      if (left >= this.#keys.length) return
      const last = left + 1 < this.#keys.length && this.#isBeforeAt(left, left + 1) ? left + 1 : left
      if (!this.#isBeforeAt(place, last)) return
      this.#swap(place, last)
      place = last
    }
  }

  #isBeforeAt(a: number, b: number): boolean {
    return isBefore(this.#keys[a]!, this.#rows[a]!, this.#keys[b]!, this.#rows[b]!)
  }

  #swap(a: number, b: number): void {
    const [key, row] = [this.#keys[a]!, this.#rows[a]!]
    this.#keys[a] = this.#keys[b]!
    this.#rows[a] = this.#rows[b]!
    this.#keys[b] = key
    this.#rows[b] = row
  }
}

/** Whether a row comes before another. */
const isBefore = (key: number, row: number, otherKey: number, otherRow: number): boolean => key < otherKey || (key === otherKey && row > otherRow)
