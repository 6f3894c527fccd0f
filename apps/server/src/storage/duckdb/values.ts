import { BIGINT, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'

/** Types that DuckDB would otherwise guess wrong: a bigint counts as HUGEINT, and comparing with that reads every row group. */
export const parameterTypes = (values: readonly unknown[]): DuckDBType[] => values.map((value) => (typeof value === 'bigint' ? BIGINT : undefined)) as DuckDBType[]

/**
 * The one place where DuckDB's values become ours: counts and bigints are numbers where a number holds them exactly,
 * timestamps ISO 8601 text; JSON columns come as the text that was stored, and stay it.
 */
export function fromDuckDB(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  return value instanceof Date ? value.toISOString() : value
}

export const asParameters = (values: readonly unknown[]): DuckDBValue[] => values as DuckDBValue[]
