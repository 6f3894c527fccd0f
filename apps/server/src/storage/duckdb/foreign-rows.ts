import { DuckDBInstance } from '@duckdb/node-api'
import { StartupError } from '../startup-error.ts'
import { isClaimed } from './open-files.ts'
import { applySettings } from './settings.ts'

/**
 * Rows of a database that is not ours, opened for reading only under the same locks as our own. `sql` is written by us, never by a user.
 *
 * Throws DuckDB's error when the file is missing, damaged, open elsewhere, or has not the tables asked for.
 */
export async function readForeignRows(file: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (isClaimed(file)) throw new StartupError('locked', `${file} is in use by this process itself: name another file.`)
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '1' })
  try {
    const connection = await instance.connect()
    await applySettings(connection, undefined)
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS()
    connection.closeSync()
    return rows
  } finally {
    instance.closeSync()
  }
}
