import type { DuckDBConnection } from '@duckdb/node-api'
import type { Migration } from '../migrations/index.ts'
import { StartupError } from '../startup-error.ts'
import { transaction } from './transaction.ts'

const VERSION_TABLE = 'CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL, name text NOT NULL, applied_at text NOT NULL)'

/** The version of the schema in the file; 0 for a new one. */
export async function readVersion(connection: DuckDBConnection): Promise<number> {
  const known = await connection.runAndReadAll("SELECT count(*)::integer FROM information_schema.tables WHERE table_name = 'schema_version'")
  if (known.getRowsJS()[0]?.[0] === 0) return 0
  const reader = await connection.runAndReadAll('SELECT coalesce(max(version), 0)::integer FROM schema_version')
  return reader.getRowsJS()[0]?.[0] as number
}

export interface MigrateOptions {
  readonly path: string
  readonly migrations: readonly Migration[]
  readonly now: () => Date
  /** Called once before the first step on a file that has been in use. */
  readonly backUp: (version: number) => Promise<void>
}

/** Brings the file to the newest version, step by step: each step and its version row are one transaction, then a checkpoint. Throws StartupError `config`. */
export async function migrate(connection: DuckDBConnection, { path, migrations, now, backUp }: MigrateOptions): Promise<void> {
  const version = await readVersion(connection)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) {
    throw new StartupError(
      'config',
      `${path} is of version ${version}, this Benchcast knows versions up to ${newest}: start a newer Benchcast, or restore a backup made before the update (benchcast restore).`,
    )
  }
  const missing = migrations.filter((step) => step.version > version)
  if (version > 0 && missing.length > 0) await backUp(version)
  for (const step of missing) await applyStep(connection, step, path, now)
}

async function applyStep(connection: DuckDBConnection, { version, name, statements }: Migration, path: string, now: () => Date): Promise<void> {
  try {
    await transaction(connection, async () => {
      await connection.run(VERSION_TABLE)
      for (const statement of statements) await connection.run(statement)
      await connection.run('INSERT INTO schema_version VALUES ($1, $2, $3)', [version, name, now().toISOString()])
    })
    // Replaying changes of the schema from the log is DuckDB's weak spot: leave none there.
    await connection.run('CHECKPOINT')
  } catch (cause) {
    throw new StartupError(
      'config',
      `${path}: migration ${version} (${name}) failed and was rolled back: ${(cause as Error).message}. The file is as it was; start the former Benchcast with it, or report this.`,
      cause,
    )
  }
}
