import { microseconds } from '../instant.ts'
import { conditionsOf, holds, holdsText, isNewestFirst, isUnfiltered, type RecordFilter } from '../record-query.ts'
import type { RecordName, RecordOf } from '../records.ts'

/** The newest records of one kind in write order: pages of a list without a query, as long as they lie within. */
export class RecentRecords<N extends RecordName> {
  readonly #limit: number
  #records: RecordOf<N>[] = []
  #total = 0
  /** Differs after every change. */
  version = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get holdsAll(): boolean {
    return this.#records.length === this.#total
  }

  /** Fills an empty memory: the newest records, oldest of them first, out of `total`. */
  load(records: readonly RecordOf<N>[], total: number): void {
    this.#records = [...records]
    this.#total = total
  }

  add(record: RecordOf<N>): void {
    this.#records.push(record)
    this.#total += 1
    this.version += 1
    // A tenth more than the limit may be held, so that the array is cut rarely.
    if (this.#records.length > this.#limit * 1.1) this.#records = this.#records.slice(this.#records.length - this.#limit)
  }

  /** Forgets records by their ids, of which the database held `count`. */
  remove(idColumn: string, ids: ReadonlySet<string>, count: number): void {
    this.#records = this.#records.filter((record) => !ids.has(record[idColumn as keyof RecordOf<N>] as string))
    this.#total -= count
    this.version += 1
  }

  /** A page, newest first; undefined when memory does not reach far enough back. */
  select(filter: RecordFilter, accepted: (record: RecordOf<N>) => boolean | null): { rows: readonly RecordOf<N>[]; total: number } | undefined {
    if (!isNewestFirst(filter)) return undefined
    if (isUnfiltered(filter)) return this.#newest(filter)
    if (!this.holdsAll) return undefined
    const found = this.#records.filter(matcher(filter, accepted))
    return { rows: page(found, filter), total: found.length }
  }

  #newest(filter: RecordFilter): { rows: readonly RecordOf<N>[]; total: number } | undefined {
    if (filter.offset + filter.limit > this.#records.length && !this.holdsAll) return undefined
    return { rows: page(this.#records, filter), total: this.#total }
  }
}

function page<T>(oldestFirst: readonly T[], { limit, offset }: RecordFilter): readonly T[] {
  const end = Math.max(0, oldestFirst.length - offset)
  return oldestFirst.slice(Math.max(0, end - limit), end).reverse()
}

function matcher<N extends RecordName>(filter: RecordFilter, accepted: (record: RecordOf<N>) => boolean | null): (record: RecordOf<N>) => boolean {
  const conditions = conditionsOf(filter)
  return (record) =>
    conditions.every(([column, value]) => record[column as keyof RecordOf<N>] === value) &&
    (filter.sinceUs === undefined || microseconds(record.timestamp as string) >= filter.sinceUs) &&
    (filter.where ?? []).every((condition) => holds(record, condition)) &&
    (filter.containing === undefined || holdsText(record, filter.containing)) &&
    (filter.accepted === undefined || accepted(record) === filter.accepted)
}
