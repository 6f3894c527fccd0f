import { constants } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { KEY_SCOPES } from '@benchcast/core/api'
import type { Key } from './key.ts'
import { digestOf, newKeyText } from './key-text.ts'

/** How the command line finds a running server and proves that it may administer it: whoever can read the file owns the database. */
export interface Control {
  readonly url: string
  readonly pid: number
  /** A key that is good for this run of the server, from this machine. */
  readonly key: string
}

/** Beside the database. */
export const controlFileOf = (database: string): string => `${database}.control`

/** A key of the command line, new at every start. */
export function controlKey(): { readonly key: Key; readonly text: string } {
  const { id, text } = newKeyText()
  return { text, key: { id, name: 'command line', digest: digestOf(text), scopes: KEY_SCOPES, source: 'control', createdAt: null, expiresAt: null, revokedAt: null } }
}

/** Writes the file, readable by its owner alone; resolves with what removes it. */
export async function writeControlFile(database: string, { url, key }: Omit<Control, 'pid'>): Promise<() => Promise<void>> {
  const path = controlFileOf(database)
  const draft = `${path}.${process.pid}`
  const text = JSON.stringify({ url, pid: process.pid, key } satisfies Control)
  await rm(draft, { force: true })
  // Exclusive: a file or link that somebody else put there is never written to.
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
  await rename(draft, path)
  return async () => {
    if ((await readFile(path, 'utf8').catch(() => '')) === text) await rm(path, { force: true })
  }
}

/** What the file says; undefined when there is none. Throws an Error when somebody else could have written or read it. */
export async function readControlFile(database: string): Promise<Control | undefined> {
  const path = controlFileOf(database)
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Error(`${path} cannot be read (${error.code}): run this as the user that runs the server, or give --url and a key of an administrator in BENCHCAST_API_KEY.`)
  })
  if (file === undefined) return undefined
  try {
    const { uid, mode } = await file.stat()
    const own = process.getuid?.()
    if ((own !== undefined && uid !== own && uid !== 0 && own !== 0) || (process.platform !== 'win32' && (mode & 0o077) !== 0))
      throw new Error(`${path} is open to others than its owner: it is not used. Restart the server, which writes it anew.`)
    return JSON.parse(await file.readFile('utf8')) as Control
  } finally {
    await file.close()
  }
}
