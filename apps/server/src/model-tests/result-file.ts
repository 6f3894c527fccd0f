import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes JSON into a folder, which is made when needed; nobody ever reads half a file. Gives the name.
 *
 * @example await writeResultFile('results', 'test_019aa8c4.json', { run_id: '019aa8c4' })
 */
export async function writeResultFile(folder: string, name: string, value: unknown): Promise<string> {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `${name}.${randomUUID()}.part`)
  await writeFile(partial, `${JSON.stringify(value, undefined, 2)}\n`)
  await rename(partial, join(folder, name))
  return name
}
