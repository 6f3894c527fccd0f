import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** One name per file, however it was written, so that the same file is recognised. The file itself need not exist. */
export async function canonicalPath(path: string): Promise<string> {
  const file = resolve(path)
  const folder = await realpath(dirname(file)).catch(() => dirname(file))
  return realpath(file).catch(() => join(folder, basename(file)))
}
