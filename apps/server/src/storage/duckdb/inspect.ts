import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { StartupError } from '../startup-error.ts'
import { lastWriteIn } from './last-write.ts'
import { readVersion } from './migrate.ts'
import { isClaimed } from './open-files.ts'
import { applySettings } from './settings.ts'

/** What a database file holds. */
export interface Contents {
  readonly version: number
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>
  /** Highest sequence number. */
  readonly last: number
}

interface InspectOptions {
  /** Reads every block instead of only counting, so that a damaged one shows. */
  readonly readAll?: boolean
}

/** Opens a file for reading only, counts what it holds and closes it. Throws DuckDB's error when it is locked or damaged. The file must not be open in this process. */
export async function inspectFile(file: string, { readAll = false }: InspectOptions = {}): Promise<Contents> {
  if (isClaimed(file)) throw new StartupError('locked', `${file} is in use by this process itself: close it first.`)
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '1' })
  try {
    const connection = await instance.connect()
    await applySettings(connection, undefined)
    const version = await readVersion(connection)
    const tables = await countRows(connection, readAll)
    const last = await lastWriteIn(connection)
    connection.closeSync()
    return { version, tables, last }
  } finally {
    instance.closeSync()
  }
}

const column = async (connection: DuckDBConnection, sql: string): Promise<readonly unknown[]> => (await connection.runAndReadAll(sql)).getRowsJS().map(([first]) => first)

async function countRows(connection: DuckDBConnection, readAll: boolean): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of await column(connection, 'SELECT table_name FROM duckdb_tables() ORDER BY table_name')) {
    const [count] = await column(connection, `SELECT count(*)${readAll ? ', bit_xor(hash(whole_row))' : ''} FROM "${name}" AS whole_row`)
    counts[String(name)] = Number(count)
  }
  return counts
}
