import { allConditions, type Condition, type Place, type RecordFilter } from '../record-query.ts'
import { asRecordTable, listedColumns, type RecordName, type RecordOf } from '../records.ts'
import { BestRows } from './best-rows.ts'
import type { KeyOrder, Keys } from './key-order.ts'
import { isTextual } from './packed-column.ts'
import type { ColumnTexts } from './record-block.ts'
import { MOST_ROWS, Selection } from './selection.ts'

/** Records that follow one another in the order of writes. */
export interface Piece<N extends RecordName> {
  /** Numbers of its rows, of which some may be gone. */
  readonly rows: number
  select(conditions: readonly Condition[], rows: Selection): void
  record(row: number): RecordOf<N>
  /** Whether numbers can order its rows so by a column. */
  canOrder(column: string, order: KeyOrder): boolean
  /** The smallest and the largest number in a column of numbers, where it is known. */
  range?(column: string): readonly [low: number, high: number] | undefined
  /** The number of each row; `room` is for those that have to be made. */
  keys(column: string, order: KeyOrder, room: Float64Array): Keys
}

interface Page<N extends RecordName> {
  readonly rows: readonly RecordOf<N>[]
  readonly total: number
}

/** Rows of an order that are held while it is looked for; a page that begins further back is the database's. */
const MOST_ORDERED = 10_000

const SELECTED = new Selection()
const ROOM = new Float64Array(MOST_ROWS)

/** All records of a kind, oldest first: what is asked of them is answered as the database does, without it. A row is numbered over all pieces. */
export class RecordPieces<N extends RecordName> {
  readonly #name: N
  readonly #texts: ColumnTexts
  readonly #pieces: readonly { readonly piece: Piece<N>; readonly start: number }[]

  constructor(name: N, texts: ColumnTexts, pieces: readonly Piece<N>[]) {
    this.#name = name
    this.#texts = texts
    let start = 0
    this.#pieces = pieces.map((piece) => {
      const placed = { piece, start }
      start += piece.rows
      return placed
    })
  }

  /** A page; undefined where the database must be asked: for parts of texts, feedback, orders that numbers do not give, and pages far back in an order. */
  select(filter: RecordFilter): Page<N> | undefined {
    const conditions = allConditions(filter)
    if (filter.containing !== undefined || filter.accepted !== undefined || !conditions.every((condition) => this.#canTell(condition))) return undefined
    const place = filter.after === undefined ? undefined : this.#rowOf(filter.after)
    return filter.orderBy === undefined ? this.#inWriteOrder(conditions, filter, place) : this.#ordered(conditions, filter, filter.orderBy, place)
  }

  #canTell({ column, compares, value }: Condition): boolean {
    if (!listedColumns(this.#name).includes(column)) return false
    const isText = isTextual(asRecordTable(this.#name).columns[column]!)
    return isText === (typeof value !== 'number') && (compares !== 'has' || isText)
  }

  #inWriteOrder(conditions: readonly Condition[], { limit, offset, isAscending = false }: RecordFilter, place: number | undefined): Page<N> {
    const found: RecordOf<N>[] = []
    let [total, toSkip] = [0, place === undefined ? offset : 0]
    for (const { piece, start } of isAscending ? this.#pieces : this.#pieces.toReversed()) {
      piece.select(conditions, SELECTED)
      const { rows, count } = SELECTED
      total += count
      for (let index = 0; index < count && found.length < limit; index += 1) {
        const row = rows[isAscending ? index : count - 1 - index]!
        if (place !== undefined && (isAscending ? start + row <= place : start + row >= place)) continue
        if (toSkip > 0) toSkip -= 1
        else found.push(piece.record(row))
      }
    }
    return { rows: found, total }
  }

  #ordered(conditions: readonly Condition[], { limit, offset, isAscending = false, after }: RecordFilter, column: string, place: number | undefined): Page<N> | undefined {
    const order = orderOf(this.#name, column)
    const skipped = place === undefined ? offset : 0
    if (skipped + limit > MOST_ORDERED) return undefined
    // All are asked before the first has its keys: a text that gets a place moves those of others.
    if (!this.#pieces.every(({ piece }) => piece.canOrder(column, order))) return undefined
    const isAfter = place === undefined ? undefined : afterPlace(this.#keyOf(after!, column, order), place, isAscending)
    const best = new BestRows(skipped + limit, isAscending)
    let total = 0
    // From that end on, times rarely come before those that are kept.
    for (const { piece, start } of isAscending ? this.#pieces : this.#pieces.toReversed()) {
      piece.select(conditions, SELECTED)
      total += SELECTED.count
      if (best.mayTake(piece.range?.(column))) best.offer({ keys: piece.keys(column, order, ROOM), rows: SELECTED, start, isAfter })
    }
    return {
      rows: best
        .inOrder()
        .slice(skipped)
        .map((row) => this.#record(row)),
      total,
    }
  }

  #record(number: number): RecordOf<N> {
    const { piece, start } = this.#pieces.findLast((each) => each.start <= number)!
    return piece.record(number - start)
  }

  /** The row of a place; behind the last one before it in time where it is gone. */
  #rowOf({ createdUs: value, id }: Place): number {
    const at = { column: 'timestamp', compares: '=', value } as const
    const own = this.#newest([{ column: asRecordTable(this.#name).idColumn, compares: '=', value: id }, at])
    return own ?? (this.#newest([{ ...at, compares: '<=' }]) ?? -1) + 0.5
  }

  /** The newest row for which conditions hold. */
  #newest(conditions: readonly Condition[]): number | undefined {
    for (const { piece, start } of this.#pieces.toReversed()) {
      piece.select(conditions, SELECTED)
      if (SELECTED.count > 0) return start + SELECTED.rows[SELECTED.count - 1]!
    }
    return undefined
  }

  /** What the row of a place is ordered by. */
  #keyOf({ value, createdUs }: Place, column: string, order: KeyOrder): number {
    if (order === 'instant') return Number(createdUs)
    if (value === null) return Number.NaN
    return order === 'number' ? (value as number) : this.#texts.of(column).placeOf(value as string)
  }
}

const orderOf = (name: RecordName, column: string): KeyOrder => {
  if (column === 'timestamp') return 'instant'
  return isTextual(asRecordTable(name).columns[column]!) ? 'text' : 'number'
}

/** Whether a row comes after a place in an order. */
function afterPlace(placeKey: number, place: number, isAscending: boolean): (key: number, row: number) => boolean {
  if (Number.isNaN(placeKey)) return (key, row) => Number.isNaN(key) && row < place
  return (key, row) => Number.isNaN(key) || (isAscending ? key > placeKey : key < placeKey) || (key === placeKey && row < place)
}
