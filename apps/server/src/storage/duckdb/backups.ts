import { randomUUID } from 'node:crypto'
import { access, constants, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import type { DuckDBConnection } from '@duckdb/node-api'
import { attach, CATALOG } from './attach.ts'
import { backupFolderOf, fileTime } from './files.ts'
import { inspectFile } from './inspect.ts'

const KEEP = 5
const UNFINISHED = '.unfinished-'

export interface Backup {
  readonly path: string
  readonly madeAt: Date
}

/** The rotating backups of a database, newest first. */
export async function listBackups(database: string): Promise<readonly Backup[]> {
  const folder = backupFolderOf(database)
  const names = await readdir(folder).catch(() => [])
  const finished = names.filter((name) => name.endsWith('.duckdb') && !name.startsWith(UNFINISHED))
  const backups = await Promise.all(finished.map(async (name) => ({ path: join(folder, name), madeAt: (await stat(join(folder, name))).mtime })))
  return backups.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime() || (a.path < b.path ? 1 : -1))
}

/** The newest backup that opens and can be read from end to end. */
export async function newestGoodBackup(database: string): Promise<string | undefined> {
  for (const { path } of await listBackups(database)) {
    const good = await inspectFile(path, { readAll: true }).then(
      () => true,
      () => false,
    )
    if (good) return path
  }
  return undefined
}

const rotatingPath = (database: string, label: string, now: Date): string => join(backupFolderOf(database), `${fileTime(now)}-${label}.duckdb`)

/** Where a backup made by hand goes if nobody says where. */
export const manualBackupPath = (database: string, now: Date): string => rotatingPath(database, 'manual', now)

/** Makes one more rotating backup and drops the oldest above five. Returns its path. */
export async function rotateBackups(connection: DuckDBConnection, database: string, label: string, now: Date): Promise<string> {
  const target = rotatingPath(database, label, now)
  await backUpTo(connection, database, target)
  for (const { path } of (await listBackups(database)).slice(KEEP)) await rm(path, { force: true })
  return target
}

export interface BackupResult {
  readonly path: string
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>
}

/**
 * A consistent copy at `target`, taken while others write. The copy is made by DuckDB in the one folder it may write to, opened
 * and counted there, and only then moved: reading the database file itself would drop this process's lock on it.
 */
export async function backUpTo(connection: DuckDBConnection, database: string, target: string): Promise<BackupResult> {
  await refuseExisting(target)
  const folder = backupFolderOf(database)
  const copy = join(folder, `${UNFINISHED}${randomUUID()}.duckdb`)
  await mkdir(folder, { recursive: true })
  try {
    await copyDatabase(connection, copy)
    const { tables } = await inspectFile(copy)
    await mkdir(dirname(target), { recursive: true })
    await moveDurably(copy, target)
    return { path: target, tables }
  } finally {
    await rm(copy, { force: true })
  }
}

/** Copies that a crash left half made. */
export async function removeUnfinished(database: string): Promise<void> {
  const folder = backupFolderOf(database)
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(UNFINISHED))) await rm(join(folder, name), { force: true })
}

async function refuseExisting(target: string): Promise<void> {
  const exists = await access(target).then(
    () => true,
    () => false,
  )
  if (exists) throw new BenchcastError('invalid_data', `${target} exists already: name a file that does not, a backup never overwrites one.`)
}

async function copyDatabase(connection: DuckDBConnection, copy: string): Promise<void> {
  await attach(connection, copy, 'backup_copy')
  try {
    await connection.run(`COPY FROM DATABASE ${CATALOG} TO backup_copy`)
  } finally {
    await connection.run('DETACH backup_copy')
  }
}

/** Moves a finished file and syncs it; over the border of a file system it is copied first. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error
    await copyFile(from, to, constants.COPYFILE_EXCL)
    await rm(from)
  })
  await sync(to)
  await sync(dirname(to))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}
