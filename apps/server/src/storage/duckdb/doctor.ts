import { access, constants, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { canonicalPath } from '../canonical-path.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { listBackups, newestGoodBackup } from './backups.ts'
import { failureOf, openFailure } from './failures.ts'
import { bytesOf, journalsOf, sequenceFileOf, walOf } from './files.ts'
import { type Contents, inspectFile } from './inspect.ts'
import { lastBeside } from './replay-journal.ts'
import { readSequenceFile } from './sequence-file.ts'
import { applySettings, readSettings, settings } from './settings.ts'

export type DoctorStatus = 'ok' | 'warn' | 'fail'

export interface DoctorCheck {
  readonly name: string
  readonly status: DoctorStatus
  readonly message: string
}

export interface DoctorOptions {
  readonly path: string
  readonly minFreeBytes?: number
  readonly now?: () => Date
}

type Verdict = readonly [DoctorStatus, string]

/** What the checks look at, gathered once. */
interface Patient {
  readonly path: string
  readonly contents: Contents | { readonly error: unknown }
  readonly minFreeBytes: number
  readonly now: Date
}

const MIB = 1024 * 1024

/** Every check, in the order shown. A new one is a line here. */
const CHECKS: Readonly<Record<string, (patient: Patient) => Verdict | Promise<Verdict>>> = {
  file: async ({ path, contents }) => {
    if (!('error' in contents)) return ['ok', `${path} was read from end to end: ${describeTables(contents)}`]
    return failureOf(contents.error) === 'locked' ? ['warn', 'not read: a program has it open'] : ['fail', openFailure(contents.error, path, await newestGoodBackup(path)).message]
  },
  lock: ({ path, contents }) => {
    if ('error' in contents && failureOf(contents.error) === 'locked') return ['warn', openFailure(contents.error, path, undefined).message]
    return ['ok', 'no other program has the file open']
  },
  log: ({ path }) => {
    const bytes = [walOf(path), ...journalsOf(path)].reduce((sum, log) => sum + bytesOf(log), 0)
    return bytes === 0
      ? ['ok', 'no log: the last program closed the file cleanly']
      : ['warn', `${bytes} bytes of log wait to be replayed at the next start: the last program did not close the file, or still runs`]
  },
  version: ({ contents }) => {
    if ('error' in contents) return ['warn', 'unknown']
    const newest = MIGRATIONS.at(-1)?.version ?? 0
    if (contents.version > newest) return ['fail', `version ${contents.version} is of a newer Benchcast, this one knows up to ${newest}`]
    return contents.version === newest ? ['ok', `version ${newest}`] : ['warn', `version ${contents.version}; the next start updates it to ${newest}, after a backup`]
  },
  completeness: ({ path, contents }) => {
    const acknowledged = readSequenceFile(sequenceFileOf(path))
    if ('error' in contents) return ['warn', 'unknown']
    if (typeof acknowledged !== 'number') return ['warn', `${sequenceFileOf(path)} is missing or unreadable: nothing to compare with`]
    const last = Math.max(contents.last, lastBeside(path))
    const missing = acknowledged - last
    return missing > 0
      ? ['fail', `${missing} of ${acknowledged} acknowledged writes are missing; the log may be kept beside the file as .wal.before-open`]
      : ['ok', `all ${last} acknowledged writes are there`]
  },
  backups: async ({ path, now }) => {
    const backups = await listBackups(path)
    const [newest] = backups
    if (newest === undefined) return ['warn', 'none yet: one is made when the server stops and once a day; benchcast backup makes one now']
    const bad = await Promise.all(
      backups.map((backup) =>
        inspectFile(backup.path, { readAll: true }).then(
          () => [],
          () => [backup.path],
        ),
      ),
    )
    if (bad.flat().length > 0) return ['fail', `cannot be read: ${bad.flat().join(', ')}`]
    const hours = Math.floor((now.getTime() - newest.madeAt.getTime()) / 3_600_000)
    return [hours > 48 ? 'warn' : 'ok', `${backups.length} good, the newest ${hours} hours old: ${newest.path}`]
  },
  free_disk: async ({ path, minFreeBytes }) => {
    const { bavail, bsize } = await statfs(dirname(path))
    const free = `${Math.floor((bavail * bsize) / MIB)} MiB free`
    if (bavail * bsize < minFreeBytes) return ['fail', `${free}: writes are refused below ${Math.floor(minFreeBytes / MIB)} MiB`]
    return bavail * bsize < 5 * minFreeBytes ? ['warn', free] : ['ok', free]
  },
  settings: async () => {
    const wanted = settings(undefined)
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await applySettings(connection, undefined)
    const values = new Map(
      await readSettings(
        connection,
        wanted.map(({ name }) => name),
      ),
    )
    connection.closeSync()
    instance.closeSync()
    return ['ok', wanted.map(({ name }) => `${name}=${values.get(name)}`).join(', ')]
  },
}

/** Looks at a database and all that belongs to it without changing anything. Run it while no server has the file open to see the most. */
export async function doctor({ path, minFreeBytes = 200 * MIB, now = () => new Date() }: DoctorOptions): Promise<readonly DoctorCheck[]> {
  const file = await canonicalPath(path)
  const found = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!found) return [{ name: 'file', status: 'fail', message: `There is no readable file ${file}: name the database with --db.` }]
  const contents = await inspectFile(file, { readAll: true }).catch((error: unknown) => ({ error }))
  const patient: Patient = { path: file, contents, minFreeBytes, now: now() }
  return Promise.all(Object.entries(CHECKS).map(([name, check]) => examine(name, check, patient)))
}

async function examine(name: string, check: (patient: Patient) => Verdict | Promise<Verdict>, patient: Patient): Promise<DoctorCheck> {
  try {
    const [status, message] = await check(patient)
    return { name, status, message }
  } catch (error) {
    return { name, status: 'fail', message: (error as Error).message }
  }
}

const describeTables = ({ tables }: Contents): string =>
  Object.entries(tables)
    .map(([name, rows]) => `${name} ${rows}`)
    .join(', ')
