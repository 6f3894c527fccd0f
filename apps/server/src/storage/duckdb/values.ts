import { BIGINT, DOUBLE, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'

/** The type DuckDB would otherwise guess wrong; undefined where it guesses right. */
function parameterType(value: unknown): DuckDBType | undefined {
  // A bigint counts as HUGEINT, and comparing with that reads every row group.
  if (typeof value === 'bigint') return BIGINT
  // A whole number counts as BIGINT however large it is, and 1e300 is none.
  return typeof value === 'number' && !Number.isSafeInteger(value) ? DOUBLE : undefined
}

/** The types to bind `values` with. */
export const parameterTypes = (values: readonly unknown[]): DuckDBType[] => values.map(parameterType) as DuckDBType[]

/**
 * The one place where DuckDB's values become ours: counts and bigints are numbers where a number holds them exactly,
 * timestamps ISO 8601 text; JSON columns come as the text that was stored, and stay it.
 */
export function fromDuckDB(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  return value instanceof Date ? value.toISOString() : value
}

export const asParameters = (values: readonly unknown[]): DuckDBValue[] => values as DuckDBValue[]
