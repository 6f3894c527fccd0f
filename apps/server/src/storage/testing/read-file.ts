import { DuckDBInstance } from '@duckdb/node-api'

/** Rows of a query over a file that nobody has open, read without changing it or its log. */
export async function queryFile(file: string, sql: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJS()
  connection.closeSync()
  instance.closeSync()
  return rows
}
