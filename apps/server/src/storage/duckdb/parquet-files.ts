import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import type { ConnectionPool } from './connection-pool.ts'
import { asParameters, parameterTypes } from './values.ts'

/** A statement of ours with its parameters. */
interface Statement {
  readonly statement: string
  readonly parameters: readonly unknown[]
}

/**
 * Parquet files that the database writes on their way to a caller. They lie in a folder below that of the backups, the only one that
 * SQL may touch, under names of ours; what an earlier process left there is removed.
 */
export class ParquetFiles {
  readonly #folder: string | undefined
  #ready: Promise<unknown> | undefined

  constructor(backupFolder: string | undefined) {
    this.#folder = backupFolder && join(backupFolder, 'exports')
  }

  /** Gives the path of the file, which is the caller's to remove. */
  async write(pool: ConnectionPool, statementFor: (path: string) => Statement): Promise<string> {
    const folder = this.#folder
    if (folder === undefined) throw new BenchcastError('invalid_data', 'A database in memory cannot write Parquet: export CSV or NDJSON, or start the server with --db FILE.')
    this.#ready ??= rm(folder, { recursive: true, force: true }).then(() => mkdir(folder, { recursive: true }))
    await this.#ready
    const path = join(folder, `${randomUUID()}.parquet`)
    const { statement, parameters } = statementFor(path)
    try {
      await pool.use((connection) => connection.run(statement, asParameters(parameters), parameterTypes(parameters)))
    } catch (error) {
      await rm(path, { force: true })
      throw /No space left/.test((error as Error).message) ? new BenchcastError('storage_full', 'The disk is too full for the Parquet file: make room, or export CSV, which needs none.') : error
    }
    return path
  }
}
