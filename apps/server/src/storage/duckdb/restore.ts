import { constants } from 'node:fs'
import { access, copyFile, rename, writeFile } from 'node:fs/promises'
import { canonicalPath } from '../canonical-path.ts'
import { StartupError } from '../startup-error.ts'
import { moveDurably } from './backups.ts'
import { failureOf, openFailure } from './failures.ts'
import { fileTime, journalsOf, sequenceFileOf, walOf } from './files.ts'
import { type Contents, inspectFile } from './inspect.ts'
import { sequenceLine } from './sequence-file.ts'

export interface RestoreOptions {
  /** The backup; it is only read. */
  readonly from: string
  /** The database file to put it at. */
  readonly path: string
  readonly now?: () => Date
}

export interface RestoreResult extends Contents {
  readonly path: string
  /** Where the files that were at `path` are now. */
  readonly replaced: readonly string[]
}

/**
 * Puts a backup in the place of a database that no program has open. The backup is read from end to end first; what was there is
 * moved to `<file>.replaced-<time>`, never deleted. Throws {@link StartupError}: `damaged` for a bad backup, `locked` when the database is in use.
 */
export async function restoreStore({ from, path, now = () => new Date() }: RestoreOptions): Promise<RestoreResult> {
  const [source, target] = [await canonicalPath(from), await canonicalPath(path)]
  const contents = await inspectFile(source, { readAll: true }).catch((error: unknown) => {
    throw new StartupError(failureOf(error), `${source} cannot be restored: ${(error as Error).message}`, error)
  })
  await refuseInUse(target)
  const copy = `${target}.restoring`
  await copyFile(source, copy, constants.COPYFILE_FICLONE)
  const replaced = await moveAside([walOf(target), ...journalsOf(target), target, sequenceFileOf(target)], fileTime(now()))
  await writeFile(sequenceFileOf(target), sequenceLine(contents.last))
  await moveDurably(copy, target)
  return { path: target, replaced, ...contents }
}

/** A damaged file may be replaced, one that a program holds may not; DuckDB takes the lock before it reads. */
async function refuseInUse(target: string): Promise<void> {
  if (!(await exists(target))) return
  await inspectFile(target).catch((error: unknown) => {
    if (failureOf(error) === 'locked') throw openFailure(error, target, undefined)
  })
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

async function moveAside(files: readonly string[], time: string): Promise<readonly string[]> {
  const moved: string[] = []
  for (const file of files) {
    if (!(await exists(file))) continue
    moved.push(`${file}.replaced-${time}`)
    await rename(file, `${file}.replaced-${time}`)
  }
  return moved
}
