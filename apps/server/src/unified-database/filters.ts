import type { ColumnFilter } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { microseconds } from '../storage/instant.ts'
import type { Condition, Place, RecordFilter } from '../storage/record-query.ts'

/** A list's query as it was parsed: paging, order, and one value for each filter that was set. */
export interface FilterQuery {
  readonly limit: number
  readonly offset?: number
  readonly order?: 'asc' | 'desc'
  readonly order_by?: string | undefined
  readonly cursor?: string | undefined
  readonly days?: number | undefined
  readonly start_time?: string | undefined
  readonly end_time?: string | undefined
  readonly [filter: string]: string | number | boolean | undefined
}

/** A value of a query as the database holds it: times as microseconds, true and false as 1 and 0. */
function storedValue(value: string | number | boolean, { kind }: ColumnFilter): Condition['value'] {
  if (kind === 'time') return microseconds(value as string)
  return typeof value === 'boolean' ? Number(value) : value
}

const DAY_MS = 86_400_000

/** The conditions of a query on the columns that `filters` tell of; `time` is the column of start_time, end_time and days. */
export function conditionsOfQuery(query: FilterQuery, filters: readonly ColumnFilter[], time: string, now: string): readonly Condition[] {
  const own = filters.flatMap((filter) => {
    const value = query[filter.parameter]
    return value === undefined ? [] : [{ column: filter.column, compares: filter.compares, value: storedValue(value, filter) }]
  })
  const { start_time, end_time, days } = query
  const bounds: Condition[] = []
  if (start_time !== undefined) bounds.push({ column: time, compares: '>=', value: microseconds(start_time) })
  if (end_time !== undefined) bounds.push({ column: time, compares: '<', value: microseconds(end_time) })
  if (days !== undefined) bounds.push({ column: time, compares: '>=', value: BigInt(Date.parse(now) - days * DAY_MS) * 1000n })
  return [...own, ...bounds]
}

/** The whole filter of a query. */
export function recordFilter(query: FilterQuery, filters: readonly ColumnFilter[], time: string, now: string): RecordFilter {
  return {
    limit: query.limit,
    offset: query.cursor === undefined ? (query.offset ?? 0) : 0,
    where: conditionsOfQuery(query, filters, time, now),
    orderBy: query.order_by,
    isAscending: query.order === 'asc',
    after: query.cursor === undefined ? undefined : placeOf(query.cursor, query),
  }
}

type Row = Readonly<Record<string, unknown>>

/** The opaque text that names the place after a row. */
export function cursorAfter(row: Row, idColumn: string, { order_by = '', order = 'desc' }: FilterQuery): string {
  const value = order_by === '' ? null : row[order_by]
  return Buffer.from(JSON.stringify([order_by, order, value ?? null, String(microseconds(row.timestamp as string)), row[idColumn]])).toString('base64url')
}

/** The place in a cursor. Throws `validation_failed` for a text this server did not make, or made for another order. */
function placeOf(cursor: string, { order_by = '', order = 'desc' }: FilterQuery): Place {
  const [orderBy, direction, value, createdUs, id] = partsOf(cursor)
  if (orderBy !== order_by || direction !== order) throw refused('cursor is of a list in another order: send the same order_by and order as for the page it came with.')
  return { value, createdUs: BigInt(createdUs), id }
}

type Parts = readonly [orderBy: string, direction: string, value: string | number | null, createdUs: string, id: string]

function partsOf(cursor: string): Parts {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly unknown[]
    const [orderBy, direction, value, createdUs, id] = parts
    const isValue = value === null || typeof value === 'string' || typeof value === 'number'
    if (parts.length === 5 && isValue && [orderBy, direction, createdUs, id].every((part) => typeof part === 'string') && /^\d{1,18}$/.test(createdUs as string)) return parts as unknown as Parts
  } catch {
    // Refused below, as any text that is no cursor.
  }
  throw refused('cursor cannot be read: send next_cursor of an earlier page as it was, or leave cursor out to start at the first page.')
}

const refused = (detail: string) => new BenchcastError('validation_failed', detail, { errors: [{ pointer: '/query/cursor', code: 'invalid_cursor', detail }] })
