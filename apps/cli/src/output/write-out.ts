import { access, appendFile, constants, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CommandError } from '../exit-codes.ts'

const refused = (path: string, problem: unknown) =>
  new CommandError('error', `${path} cannot be written: ${(problem as Error).message}. Give a file in a folder that exists and that you may write to.`, { cause: problem })

/** Throws a {@link CommandError} when no file can be made in the folder of `path`: better before long work than after it. */
export async function checkFolder(path: string): Promise<void> {
  await access(dirname(path), constants.W_OK).catch((problem: unknown) => {
    throw refused(path, problem)
  })
}

/** Writes a file that a person named. Throws a {@link CommandError} when it cannot be written. */
export async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content).catch((problem: unknown) => {
    throw refused(path, problem)
  })
}

/** Adds a line or more at the end of a file that a person named. Throws a {@link CommandError} when it cannot be written. */
export async function appendOut(path: string, content: string): Promise<void> {
  await appendFile(path, content).catch((problem: unknown) => {
    throw refused(path, problem)
  })
}
