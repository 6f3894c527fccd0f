import type { Condition } from '../record-query.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import { ARRAY_BYTES, type PackedColumn } from './packed-column.ts'
import type { Selection } from './selection.ts'

const LARGEST = 2 ** 31

const isSmallInteger = (value: number | null): boolean => value !== null && Number.isInteger(value) && value >= -LARGEST && value < LARGEST

/** Numbers; NULL is NaN, which no number of ours is. */
export class NumberColumn implements PackedColumn {
  readonly #values: Int32Array | Float64Array
  readonly #hasNull: boolean
  readonly range: readonly [low: number, high: number]

  constructor(values: readonly (number | null)[]) {
    this.#values = values.every(isSmallInteger) ? Int32Array.from(values as readonly number[]) : Float64Array.from(values, (value) => value ?? Number.NaN)
    this.#hasNull = values.includes(null)
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of values) {
      if (value === null) continue
      if (value < low) low = value
      if (value > high) high = value
    }
    this.range = [low, high]
  }

  get bytes(): number {
    return ARRAY_BYTES + this.#values.byteLength
  }

  at(row: number): number | null {
    const value = this.#values[row]!
    return Number.isNaN(value) ? null : value
  }

  narrow(rows: Selection, condition: Condition): void {
    const value = condition.value as number
    if (condition.compares === '<') rows.keep((row) => this.#values[row]! < value)
    else this.#keepBetween(rows, condition.compares === '<=' ? Number.NEGATIVE_INFINITY : value, condition.compares === '>=' ? Number.POSITIVE_INFINITY : value)
  }

  /** Values are looked at where the smallest and the largest do not tell. */
  #keepBetween(rows: Selection, low: number, high: number): void {
    const [smallest, largest] = this.range
    if (largest < low || smallest > high) rows.clear()
    else if (this.#hasNull || smallest < low || largest > high) rows.keepBetween(this.#values, low, high)
  }

  canOrder(order: KeyOrder): boolean {
    return order === 'number'
  }

  keys(): Keys {
    return this.#values
  }
}
