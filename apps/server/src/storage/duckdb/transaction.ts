import type { DuckDBConnection } from '@duckdb/node-api'

/** Runs `work` between BEGIN and COMMIT. On an error everything is rolled back before it is thrown on. */
export async function transaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run('BEGIN')
  try {
    await work()
    await connection.run('COMMIT')
  } catch (error) {
    // A conflict or a failed commit has already ended the transaction; then there is nothing to roll back.
    await connection.run('ROLLBACK').catch(() => undefined)
    throw error
  }
}
