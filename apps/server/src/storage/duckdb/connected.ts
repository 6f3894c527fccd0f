import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { Kysely } from 'kysely'
import type { Database } from '../tables/index.ts'
import { attachMain, CATALOG } from './attach.ts'
import { ConnectionPool } from './connection-pool.ts'
import { duckdbDialect } from './dialect.ts'
import { RowWriter } from './row-writer.ts'
import { applySettings } from './settings.ts'

/** One instance with its one writing connection, its reading connections and the queries over them. */
export interface Connected {
  readonly writer: DuckDBConnection
  readonly rows: RowWriter
  readonly pool: ConnectionPool
  readonly db: Kysely<Database>
  /** Closes every connection, then the instance. */
  readonly disconnect: () => Promise<void>
}

export const IN_MEMORY = ':memory:'

/** Opens a file (or memory) under the settings that every Benchcast database runs under. `failed` sees each read's error and gives the one to throw; each read waits for `ready`. */
export async function connect(path: string, backupFolder: string | undefined, failed: (error: unknown) => unknown, ready?: () => Promise<void>): Promise<Connected> {
  const instance = await DuckDBInstance.create(IN_MEMORY, { threads: '1' })
  try {
    const writer = await instance.connect()
    if (path !== IN_MEMORY) await attachMain(writer, path)
    const use = async (connection: DuckDBConnection) => {
      if (path !== IN_MEMORY) await connection.run(`USE ${CATALOG}`)
      return connection
    }
    await applySettings(await use(writer), backupFolder)
    const pool = new ConnectionPool(async () => use(await instance.connect()), ready)
    const disconnect = async () => {
      await pool.close()
      writer.closeSync()
      instance.closeSync()
    }
    return { writer, rows: new RowWriter(writer), pool, db: new Kysely<Database>({ dialect: duckdbDialect(pool, failed) }), disconnect }
  } catch (error) {
    instance.closeSync()
    throw error
  }
}
