import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { canonicalPath } from './canonical-path.ts'
import { DuckDBStore } from './duckdb/duckdb-store.ts'
import { type OpenOptions, type StoreOptions, withDefaults } from './options.ts'
import { StartupError } from './startup-error.ts'
import type { Store } from './store.ts'

/** Engines by the scheme of a database URL. A new one is a folder and a line here; `store.slow.test.ts` then runs on it. */
export const STORES = {
  duckdb: (options: StoreOptions): Promise<Store> => DuckDBStore.open(options),
} as const

/**
 * Opens the database at `path` (a DuckDB file, made when missing, or `:memory:`) or at `url` (`duckdb:/data/b.duckdb`).
 * Throws {@link StartupError} with the exit code when it cannot be used.
 *
 * @example
 * const store = await openStore({ path: '.benchcast/benchcast.duckdb' })
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const [scheme, place] = parse(options.url ?? `duckdb:${options.path ?? ':memory:'}`)
  if (!(scheme in STORES)) throw new StartupError('config', `There is no database engine '${scheme}': use one of ${Object.keys(STORES).join(', ')}.`)
  return STORES[scheme as keyof typeof STORES](withDefaults(options, place === ':memory:' ? place : await madeReady(place)))
}

/** What the owner's group and everybody else may do with new files: nothing. */
const OWNER_ALONE = 0o077

/**
 * The folder is made when missing. Whatever this process creates from now on is readable by its owner alone: DuckDB makes the database, its log, temporary files and backups anew
 * at any time, and takes no mode for them.
 */
async function madeReady(path: string): Promise<string> {
  if (isMainThread) process.umask(process.umask() | OWNER_ALONE)
  await mkdir(dirname(resolve(path)), { recursive: true }).catch((cause: Error) => {
    throw new StartupError('storage', `The folder of ${path} cannot be made: ${cause.message}.`, cause)
  })
  return canonicalPath(path)
}

function parse(url: string): [scheme: string, place: string] {
  const colon = url.indexOf(':')
  return [url.slice(0, colon), url.slice(colon + 1).replace(/^\/\/(?=\/)/, '')]
}

export { backupFile } from './duckdb/backup-file.ts'
export type { BackupResult } from './duckdb/backups.ts'
export { type DoctorCheck, type DoctorStatus, doctor } from './duckdb/doctor.ts'
export { readForeignRows } from './duckdb/foreign-rows.ts'
export { type RestoreResult, restoreStore } from './duckdb/restore.ts'
export type { MemoryLimits, OpenOptions } from './options.ts'
export type { RecordFilter } from './record-query.ts'
export type { DeletableName, NewRecords, RecordIds, RecordName, RecordOf } from './records.ts'
export { EXIT_CODES, StartupError, type StartupFailure } from './startup-error.ts'
export type {
  AuditWrite,
  ComparisonWrite,
  HealthCheck,
  IdempotencyRecord,
  ModelStatistics,
  RecordPage,
  RunCount,
  RunFilter,
  RunPage,
  RunWrite,
  Store,
  StoredTask,
  StoreStats,
  TaskEvent,
  TaskWrite,
} from './store.ts'
