import { type Condition, holds } from '../record-query.ts'
import { asRecordTable, type RecordName, type RecordOf } from '../records.ts'
import { hasKey, type KeyOrder, type Keys, keyOf } from './key-order.ts'
import type { Stored } from './packed-column.ts'
import { type ColumnTexts, storedOf } from './record-block.ts'
import type { Selection } from './selection.ts'

/** The newest records as objects, oldest of them first. */
export class LooseRecords<N extends RecordName> {
  readonly #name: N
  readonly #texts: ColumnTexts
  records: RecordOf<N>[] = []

  constructor(name: N, texts: ColumnTexts) {
    this.#name = name
    this.#texts = texts
  }

  get rows(): number {
    return this.records.length
  }

  select(conditions: readonly Condition[], rows: Selection): void {
    rows.takeAll(this.records.length)
    for (const condition of conditions) rows.keep((row) => holds(this.records[row]!, condition))
  }

  record(row: number): RecordOf<N> {
    return this.records[row]!
  }

  canOrder(column: string, order: KeyOrder): boolean {
    const type = asRecordTable(this.#name).columns[column]!
    return this.#values(column).every((value) => hasKey(value, order, type, this.#texts.of(column)))
  }

  keys(column: string, order: KeyOrder, room: Float64Array): Keys {
    const texts = this.#texts.of(column)
    for (const [row, value] of this.#values(column).entries()) room[row] = keyOf(value, order, texts)
    return room
  }

  #values(column: string): readonly Stored[] {
    const type = asRecordTable(this.#name).columns[column]!
    return (this.records as readonly Readonly<Record<string, unknown>>[]).map((record) => storedOf(record[column], type))
  }
}
