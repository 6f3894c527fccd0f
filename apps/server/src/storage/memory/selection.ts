/** Most rows of a block: a row is numbered with two bytes. */
export const MOST_ROWS = 65_536

const EVERY_ROW = Uint16Array.from({ length: MOST_ROWS }, (_, row) => row)

/** Rows of a block, ascending, that conditions are applied to one after the other. One is used for block after block. */
export class Selection {
  readonly rows = new Uint16Array(MOST_ROWS)
  count = 0
  /** Nothing was left out yet: then rows need not be looked up. */
  isAll = false

  /** Takes the first so many rows. */
  takeAll(count: number): void {
    this.rows.set(EVERY_ROW.subarray(0, count))
    this.count = count
    this.isAll = true
  }

  clear(): void {
    this.#leave(0)
  }

  /** Leaves the rows for which it is true. */
  keep(isKept: (row: number) => boolean): void {
    const { rows, count } = this
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (isKept(row)) rows[kept++] = row
    }
    this.#leave(kept)
  }

  /** Leaves the rows of a code. */
  keepCode(codes: Uint16Array, code: number): void {
    const { rows, count } = this
    const { isAll } = this
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = isAll ? index : rows[index]!
      if (codes[row] === code) rows[kept++] = row
    }
    this.#leave(kept)
  }

  /** Leaves the rows whose value is from `low` to `high`; NaN never is. */
  keepBetween(values: Int32Array | Float64Array, low: number, high: number): void {
    const { rows, count } = this
    const { isAll } = this
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = isAll ? index : rows[index]!
      const value = values[row]!
      if (value >= low && value <= high) rows[kept++] = row
    }
    this.#leave(kept)
  }

  /** Leaves the rows whose code is flagged. */
  keepFlagged(codes: Uint16Array, flags: Uint8Array): void {
    const { rows, count } = this
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index]!
      if (flags[codes[row]!] === 1) rows[kept++] = row
    }
    this.#leave(kept)
  }

  /** Leaves the rows that are also in a list, ascending like these. */
  keepListed(listed: readonly number[]): void {
    const { rows, count } = this
    let [kept, at] = [0, 0]
    for (const row of listed) {
      while (at < count && rows[at]! < row) at += 1
      if (at < count && rows[at] === row) rows[kept++] = row
    }
    this.#leave(kept)
  }

  #leave(count: number): void {
    this.count = count
    this.isAll = false
  }
}
