import type { DuckDBConnection } from '@duckdb/node-api'

/** The name of our database inside its instance, so that no query depends on the name of the file. */
export const CATALOG = 'benchcast'

/**
 * A checkpoint writes the last row group of each table anew. With DuckDB's 122,880 rows a group of documents grows to 300 MB, and
 * each checkpoint stops all writes for seconds; with 8,192 the stop stays as short as the first. It can be set by ATTACH only.
 */
const ROW_GROUP_SIZE = 8192

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Opens a database file, made when missing, under a name in this connection's instance. */
export async function attach(connection: DuckDBConnection, file: string, name: string): Promise<void> {
  await connection.run(`ATTACH ${literal(file)} AS ${name} (ROW_GROUP_SIZE ${ROW_GROUP_SIZE})`)
}

/** Attaches the file and says where what does not fit into memory goes: else it would be the working directory. */
export async function attachMain(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(`SET temp_directory = ${literal(`${file}.tmp`)}`)
  await attach(connection, file, CATALOG)
}
