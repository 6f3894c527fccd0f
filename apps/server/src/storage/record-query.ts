import { microseconds } from './instant.ts'
import { fold } from './run-query.ts'
import type { SqlType } from './tables/index.ts'

/** One condition on a column. `has`: the list in a JSON column holds this text. Times are microseconds since 1970, as a bigint. */
export interface Condition {
  readonly column: string
  readonly compares: '=' | '>=' | '<=' | '<' | 'has'
  readonly value: string | number | bigint
}

/** The row that a page comes after: its value in the column that is ordered by, when it was made, its id. */
export interface Place {
  readonly value: string | number | null
  readonly createdUs: bigint
  readonly id: string
}

/** What a list of records is filtered by: columns that must equal a value, and the earliest time. */
export interface RecordFilter {
  readonly limit: number
  readonly offset: number
  /** Column to value; a column that is undefined does not filter. */
  readonly equals?: Readonly<Record<string, string | number | undefined>>
  /** Only records made at or after this instant, microseconds since 1970. */
  readonly sinceUs?: bigint | undefined
  /** Only records that hold this text in one of these columns, ignoring case. */
  readonly containing?: { readonly text: string; readonly columns: readonly string[] } | undefined
  /** Further conditions, all of which must hold. */
  readonly where?: readonly Condition[] | undefined
  /** Column to order by, NULL last, equal ones newest first; the order of writes when undefined. */
  readonly orderBy?: string | undefined
  /** Smallest or oldest first. */
  readonly isAscending?: boolean | undefined
  /** The page after this row, in place of an offset. */
  readonly after?: Place | undefined
  /** Only recommendations whose newest feedback accepted them (true) or turned them down (false). */
  readonly accepted?: boolean | undefined
}

/** The filter's conditions as pairs, without those that are not set. */
export const conditionsOf = ({ equals = {} }: RecordFilter): readonly (readonly [column: string, value: string | number])[] =>
  Object.entries(equals).filter((pair): pair is [string, string | number] => pair[1] !== undefined)

export const isUnfiltered = (filter: RecordFilter): boolean =>
  conditionsOf(filter).length === 0 && filter.sinceUs === undefined && filter.accepted === undefined && filter.containing === undefined && (filter.where ?? []).length === 0

/** Whether memory, which knows the order of writes alone, can make the page. */
export const isNewestFirst = ({ orderBy, isAscending, after }: RecordFilter): boolean => orderBy === undefined && isAscending !== true && after === undefined

/** Whether a condition holds; never of a NULL. */
export const holds = (record: object, condition: Condition): boolean => holdsValue((record as Readonly<Record<string, unknown>>)[condition.column], condition)

/** Whether a condition holds of a value as the database has it. */
export const holdsStored = (value: string | number | null, type: SqlType, condition: Condition): boolean =>
  holdsValue(type === 'json' && value !== null ? JSON.parse(value as string) : value, condition)

function holdsValue(stored: unknown, { compares, value }: Condition): boolean {
  if (stored === null || stored === undefined) return false
  if (compares === 'has') return (stored as readonly unknown[]).includes(value)
  const own = typeof value === 'bigint' ? microseconds(stored as string) : (stored as string | number)
  if (compares === '=') return own === value
  return compares === '>=' ? own >= value : compares === '<=' ? own <= value : own < value
}

/** Everything a filter asks of columns, but for texts and feedback. */
export const allConditions = (filter: RecordFilter): readonly Condition[] => [
  ...conditionsOf(filter).map(([column, value]) => ({ column, compares: '=', value }) as const),
  ...(filter.sinceUs === undefined ? [] : [{ column: 'timestamp', compares: '>=', value: filter.sinceUs } as const]),
  ...(filter.where ?? []),
]

/** Whether one of the columns holds a text, ignoring case. */
export function holdsText(record: object, { text, columns }: NonNullable<RecordFilter['containing']>): boolean {
  const values = columns.map((column) => (record as Readonly<Record<string, unknown>>)[column])
  return values.some((value) => value !== null && value !== undefined && fold(typeof value === 'string' ? value : JSON.stringify(value)).includes(fold(text)))
}

/** Source of rows that were invented to try things out with: nothing real is compared with them. */
export const SAMPLE = 'sample'

/** The device and further facts of a prediction, as its metadata keeps them; older ones keep no facts, the oldest no device. */
export interface Setting {
  /** Name of the device. */
  readonly device?: string | undefined
  /** Runtime, image size, given costs ...: the same facts in the same order are the same text. */
  readonly configuration?: Readonly<Record<string, string | number>> | undefined
}

/** What a configuration is told apart by when a measurement looks for its prediction. */
export interface Configuration {
  readonly model_name: string
  readonly hardware_platform: string
  readonly batch_size: number
  readonly sequence_length: number
  readonly precision: string
  readonly mode: string
  /** Of a language model; reading (`prefill`) when it names none. */
  readonly phase?: string | null | undefined
  /** The settings that its prediction may have, the first the best; when left out, one that keeps no device and no facts. */
  readonly settings?: readonly Setting[] | undefined
}

/** Of a prediction that keeps neither. */
export const NO_SETTING: Setting = {}

/** What a configuration that names no phase is of. */
export const USUAL_PHASE = 'prefill'
