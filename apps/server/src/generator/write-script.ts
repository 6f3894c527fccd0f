import { link, readFile, rename } from 'node:fs/promises'
import { BenchcastError } from '@benchcast/core/errors'
import { writeWhole } from './whole-file.ts'

/** Where a script goes. */
export interface ScriptPlace {
  readonly path: string
  /** The path as people are told it. */
  readonly shownPath: string
  /** The task whose script it is: the text names it. */
  readonly taskId: string
  /** Whether a file that is there may be replaced. */
  readonly replace: boolean
}

/** Throws `file_exists` when another file is there that may not be replaced. One that names the task was written by an attempt at it that was interrupted. */
export async function checkPlace({ path, shownPath, taskId, replace }: ScriptPlace): Promise<void> {
  const found = replace ? undefined : await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : ''))
  if (found === undefined || found.includes(taskId)) return
  throw new BenchcastError('file_exists', `The file ${shownPath} exists already: set force to true to replace it, or choose another output_dir.`)
}

/** Writes a script whole or not at all. Throws what {@link checkPlace} throws. */
export async function writeScript(place: ScriptPlace, text: string): Promise<void> {
  const { path, taskId, replace, shownPath } = place
  try {
    await writeWhole({ path, taskId, write: (file) => file.writeFile(text), put: replace ? rename : link })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EISDIR') throw new BenchcastError('file_exists', `${shownPath} is a folder, which is not replaced: remove it, or choose another output_dir.`, { cause: error })
    if (code !== 'EEXIST') throw error
    await checkPlace(place)
  }
}
