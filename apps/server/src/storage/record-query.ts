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
  /** Only recommendations whose newest feedback accepted them (true) or turned them down (false). */
  readonly accepted?: boolean | undefined
}

/** The filter's conditions as pairs, without those that are not set. */
export const conditionsOf = ({ equals = {} }: RecordFilter): readonly (readonly [column: string, value: string | number])[] =>
  Object.entries(equals).filter((pair): pair is [string, string | number] => pair[1] !== undefined)

export const isUnfiltered = (filter: RecordFilter): boolean => conditionsOf(filter).length === 0 && filter.sinceUs === undefined && filter.accepted === undefined && filter.containing === undefined

/** Source of rows that were invented to try things out with: nothing real is compared with them. */
export const SAMPLE = 'sample'

/** What a configuration is told apart by when a measurement looks for its prediction. */
export interface Configuration {
  readonly model_name: string
  readonly hardware_platform: string
  readonly batch_size: number
  readonly sequence_length: number
  readonly precision: string
  readonly mode: string
}
