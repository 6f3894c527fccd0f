import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { canonicalPath } from '../canonical-path.ts'
import { MIGRATIONS } from '../migrations/index.ts'
import { withDefaults } from '../options.ts'
import { StartupError } from '../startup-error.ts'
import { type BackupResult, backUpTo, listBackups, manualBackupPath } from './backups.ts'
import { connectCarefully } from './connect-carefully.ts'
import { failureOf, openFailure } from './failures.ts'
import { claimFile, releaseFile } from './open-files.ts'
import { replayJournal } from './replay-journal.ts'

export interface BackupFileOptions {
  readonly path: string
  /** Default: a new file among the rotating backups. */
  readonly to?: string | undefined
  readonly now?: () => Date
}

/** Backs up a database that no program has open, without updating it. Throws {@link StartupError}; `locked` names what to do instead. */
export async function backupFile({ path, to, now = () => new Date() }: BackupFileOptions): Promise<BackupResult> {
  const file = await canonicalPath(path)
  await access(file).catch((cause: unknown) => {
    throw new StartupError('storage', `There is no database ${file} to back up: name it with --db.`, cause)
  })
  claimFile(file)
  try {
    const { writer, disconnect } = await connectCarefully(withDefaults({ now }, file), (error) => error, []).catch((error: unknown) => explainLocked(error, file))
    await replayJournal(writer, { path: file, newest: MIGRATIONS.at(-1)!.version, now: now() }, []).catch((error: unknown) => disconnect().then(() => Promise.reject(error)))
    return await backUpTo(writer, file, to === undefined ? manualBackupPath(file, now()) : resolve(to)).finally(disconnect)
  } finally {
    releaseFile(file)
  }
}

async function explainLocked(error: unknown, file: string): Promise<never> {
  if (failureOf(error) !== 'locked') throw error
  const [newest] = await listBackups(file)
  const remedy = newest ? ` A running server makes a backup every day; the newest is ${newest.path} and may be copied as it is.` : ''
  throw new StartupError('locked', `${openFailure(error, file, undefined).message}${remedy}`, error)
}
