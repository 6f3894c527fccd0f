/**
 * An n x k table of numbers, read from an array of n equally long arrays of k numbers (class probabilities, say).
 * Row i is `values[i * columns .. (i + 1) * columns)`.
 *
 * @example
 * new NumberRows(2, 3, Float64Array.of(0.1, 0.2, 0.7, 0.5, 0.4, 0.1)).row(1) // Float64Array [0.5, 0.4, 0.1]
 */
export class NumberRows {
  readonly rows: number
  readonly columns: number
  /** Row-major, `rows * columns` long. */
  readonly values: Float64Array

  constructor(rows: number, columns: number, values: Float64Array) {
    this.rows = rows
    this.columns = columns
    this.values = values
  }

  /** A view of row `index`, not a copy. */
  row(index: number): Float64Array {
    return this.values.subarray(index * this.columns, (index + 1) * this.columns)
  }

  /** What JSON.parse would have made of it; also what JSON.stringify writes. */
  toJSON(): number[][] {
    return Array.from({ length: this.rows }, (_, index) => Array.from(this.row(index)))
  }
}
