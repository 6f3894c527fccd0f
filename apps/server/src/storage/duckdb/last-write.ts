import type { DuckDBConnection } from '@duckdb/node-api'
import { WRITE_TABLES } from '../tables/index.ts'

/** Number of the newest write in a database, whatever its version; 0 without one. */
export async function lastWriteIn(connection: DuckDBConnection): Promise<number> {
  const known = new Set((await connection.runAndReadAll('SELECT table_name FROM duckdb_tables()')).getRowsJS().map(([name]) => name as string))
  const tables = WRITE_TABLES.filter(({ name }) => known.has(name)).map(({ name }) => `SELECT max(seq) AS seq FROM ${name}`)
  if (tables.length === 0) return 0
  const reader = await connection.runAndReadAll(`SELECT coalesce(max(seq), 0) FROM (${tables.join(' UNION ALL ')})`)
  return Number(reader.getRowsJS()[0]?.[0])
}
