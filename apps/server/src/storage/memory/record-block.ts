import type { Condition } from '../record-query.ts'
import { asRecordTable, listedColumns, type RecordName, type RecordOf, recordOf } from '../records.ts'
import type { SqlType } from '../tables/index.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import { packColumn } from './pack-column.ts'
import type { PackedColumn, Stored } from './packed-column.ts'
import { Selection } from './selection.ts'
import { TextCodes } from './text-codes.ts'

/** The texts of each column, shared by the blocks of a kind of records. */
export class ColumnTexts {
  readonly #columns = new Map<string, TextCodes>()

  of(column: string): TextCodes {
    const known = this.#columns.get(column)
    if (known !== undefined) return known
    const made = new TextCodes()
    this.#columns.set(column, made)
    return made
  }

  get bytes(): number {
    return [...this.#columns.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  }
}

const FOUND = new Selection()

/** Records in the order of writes, oldest first, column by column: a tenth of the memory that objects take, and quicker to search. */
export class RecordBlock<N extends RecordName> {
  readonly #name: N
  readonly #columns: ReadonlyMap<string, PackedColumn>
  /** Numbers of its rows; some may be gone. */
  readonly rows: number
  readonly #gone = new Set<number>()
  readonly bytes: number

  private constructor(name: N, columns: ReadonlyMap<string, PackedColumn>, rows: number) {
    this.#name = name
    this.#columns = columns
    this.rows = rows
    this.bytes = [...columns.values()].reduce((sum, column) => sum + column.bytes, 0)
  }

  /** Packs listed columns, as the database holds them. */
  static of<N extends RecordName>(name: N, columns: Readonly<Record<string, readonly Stored[]>>, texts: ColumnTexts): RecordBlock<N> {
    const types = asRecordTable(name).columns
    const packed = Object.entries(columns).map(([column, values]) => [column, packColumn(values, types[column]!, texts.of(column))] as const)
    return new RecordBlock(name, new Map(packed), Object.values(columns)[0]!.length)
  }

  static ofRecords<N extends RecordName>(name: N, records: readonly RecordOf<N>[], texts: ColumnTexts): RecordBlock<N> {
    const types = asRecordTable(name).columns
    const valuesOf = (column: string) => (records as readonly Readonly<Record<string, unknown>>[]).map((record) => storedOf(record[column], types[column]!))
    return RecordBlock.of(name, Object.fromEntries(listedColumns(name).map((column) => [column, valuesOf(column)])), texts)
  }

  /** How many it holds. */
  get count(): number {
    return this.rows - this.#gone.size
  }

  /** Selects the rows for which all conditions hold. */
  select(conditions: readonly Condition[], rows: Selection): void {
    rows.takeAll(this.rows)
    if (this.#gone.size > 0) rows.keep((row) => !this.#gone.has(row))
    for (const condition of conditions) {
      if (rows.count === 0) return
      this.#columns.get(condition.column)!.narrow(rows, condition)
    }
  }

  record(row: number): RecordOf<N> {
    return recordOf(this.#name, Object.fromEntries([...this.#columns].map(([name, column]) => [name, column.at(row)])))
  }

  canOrder(column: string, order: KeyOrder): boolean {
    return this.#columns.get(column)!.canOrder(order)
  }

  keys(column: string, order: KeyOrder, room: Float64Array): Keys {
    return this.#columns.get(column)!.keys(order, room.subarray(0, this.rows))
  }

  range(column: string): readonly [low: number, high: number] | undefined {
    return this.#columns.get(column)!.range
  }

  /** Forgets records. */
  remove(idColumn: string, ids: Iterable<string>): void {
    for (const value of ids) {
      this.select([{ column: idColumn, compares: '=', value }], FOUND)
      for (const row of FOUND.rows.subarray(0, FOUND.count)) this.#gone.add(row)
    }
  }
}

export const storedOf = (value: unknown, type: SqlType): Stored => (type === 'json' ? JSON.stringify(value) : ((value ?? null) as Stored))
