import { copyFile, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { COMPONENTS, type ComponentName } from '@benchcast/core/api'
import { ExitError } from '../exit.ts'

/** What an edit did, for people. */
export interface Edited {
  readonly isChanged: boolean
  readonly message: string
}

type Json = Record<string, unknown>

/** What is written for a component that is added. */
const entryOf = (name: ComponentName): Json => ({ enabled: true, host: '127.0.0.1', port: COMPONENTS[name].port, args: [] })

/** A gateway with everything but what an integration adds. */
const fresh = (): Json => ({
  gateway: { enabled: true, host: '127.0.0.1', port: COMPONENTS.unified.port },
  ...Object.fromEntries((['test', 'generator', 'benchmark'] as const).map((name) => [COMPONENTS[name].configName, entryOf(name)])),
})

/** Adds a component to a gateway's configuration file, or enables it there; a file that does not exist is made. */
export async function addComponent(path: string, name: ComponentName): Promise<Edited> {
  const { configName, title } = COMPONENTS[name]
  const file = await readObject(path)
  const entry = file?.[configName] as Json | undefined
  if (entry !== undefined && entry.enabled !== false) return { isChanged: false, message: `${path} has the ${title} already; nothing was changed.` }
  await write(path, { ...(file ?? fresh()), [configName]: { ...entryOf(name), ...entry, enabled: true } }, file !== undefined)
  return { isChanged: true, message: file === undefined ? `${path} was made, with the ${title}.` : `The ${title} was added to ${path}; ${backupOf(path)} is the file before the first change.` }
}

/** Takes a component out of a gateway's configuration file. */
export async function removeComponent(path: string, name: ComponentName): Promise<Edited> {
  const { configName, title } = COMPONENTS[name]
  const file = await readObject(path)
  if (file === undefined) throw failure(`${path} does not exist: name the gateway's configuration file with --config.`)
  const { [configName]: entry, ...rest } = file
  if (entry === undefined) return { isChanged: false, message: `${path} has no ${title}; nothing was changed.` }
  await write(path, rest, true)
  return { isChanged: true, message: `The ${title} was taken out of ${path}; ${backupOf(path)} is the file before the first change.` }
}

/** Puts the file back as it was before the first change. The backup is used up, so that the next change makes a new one. */
export async function restoreFile(path: string): Promise<Edited> {
  if (!(await exists(backupOf(path)))) throw failure(`There is no backup ${backupOf(path)}: nothing was changed since the last restore, or the file was made anew.`)
  await rename(backupOf(path), path)
  return { isChanged: true, message: `${path} is as it was before the first change.` }
}

const backupOf = (path: string): string => `${path}.bak`
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function readObject(path: string): Promise<Json | undefined> {
  if (!(await exists(path))) return undefined
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  } catch (cause) {
    throw failure(`${path} is not JSON: ${(cause as Error).message}. It was left as it is.`)
  }
  throw failure(`${path} does not hold a JSON object. It was left as it is.`)
}

/** Whole or not at all. What was there before the first change is kept beside it, and never replaced by a later state. */
async function write(path: string, value: Json, hasOld: boolean): Promise<void> {
  if (hasOld && !(await exists(backupOf(path)))) await copyFile(path, backupOf(path))
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, `${JSON.stringify(value, undefined, 2)}\n`)
  await rename(temporary, path)
}

const failure = (message: string): ExitError => new ExitError('bug', message)
