import { type FSWatcher, watch } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import type { Services } from '../services.ts'
import { importBytes } from './import-bytes.ts'

/** Endings of files that tools write results into. */
const ENDINGS = /\.(json|jsonl|yaml|yml|txt|log)$/i
const LARGEST_FILE_BYTES = 64 * 2 ** 20
const MOST_FILES = 10_000
/** A tool may write a file in several goes: it is read when it has been left alone for so long. */
const SETTLED_MS = 500

/** What a scan found. */
export interface ScanResult {
  readonly files: number
  readonly recorded: number
  /** Files that could not be imported, with the reason. */
  readonly refused: readonly string[]
}

type World = Pick<Services, 'store' | 'jobs'>

/**
 * A folder that other tools write their results into: read when the server starts, and again whenever something in it changes. A file is imported once, however often it is
 * seen; one that is no result of a known tool is left alone and named in the log.
 */
export class BenchmarkFolder {
  readonly #folder: string
  readonly #world: World
  readonly #report: (message: string) => void
  /** Time of change by file: what has been looked at and has not changed since. */
  readonly #seen = new Map<string, number>()
  #watcher: FSWatcher | undefined
  #timer: NodeJS.Timeout | undefined
  #scanning: Promise<unknown> = Promise.resolve()
  #isClosed = false

  constructor(folder: string, world: World, report: (message: string) => void) {
    this.#folder = folder
    this.#world = world
    this.#report = report
  }

  /** Reads what is there and watches for more. A folder that does not exist is not made: there is nothing to read. */
  async open(): Promise<void> {
    if (
      !(await stat(this.#folder).then(
        (found) => found.isDirectory(),
        () => false,
      ))
    )
      return
    this.#watcher = watch(this.#folder, { recursive: true }, () => this.#changed())
    this.#watcher.on('error', (error) => this.#report(`${this.#folder} cannot be watched any more: ${error.message}`))
    this.#watcher.unref()
    await this.scan()
  }

  /** Imports what is new; scans follow one another. */
  scan(): Promise<ScanResult> {
    const result = this.#scanning.then(() => this.#scan())
    this.#scanning = result.catch(() => undefined)
    return result
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#watcher?.close()
    await this.#scanning
  }

  #changed(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.scan().catch((error: Error) => this.#report(error.message)), SETTLED_MS).unref()
  }

  async #scan(): Promise<ScanResult> {
    const names = (await readdir(this.#folder, { recursive: true })).filter((name) => ENDINGS.test(name)).sort()
    if (names.length > MOST_FILES) this.#report(`${this.#folder} holds ${names.length} files; the first ${MOST_FILES} are looked at. Move old ones elsewhere.`)
    let [files, recorded] = [0, 0]
    const refused: string[] = []
    for (const name of names.slice(0, MOST_FILES)) {
      if (this.#isClosed) break
      const outcome = await this.#look(join(this.#folder, name)).catch((error: unknown) => refusalOf(error))
      if (typeof outcome === 'number') [files, recorded] = [files + 1, recorded + outcome]
      else if (outcome !== undefined) refused.push(`${relative(this.#folder, join(this.#folder, name))}: ${outcome}`)
    }
    for (const refusal of refused) this.#report(refusal)
    return { files, recorded, refused }
  }

  /** How many measurements a file gave; undefined when it was looked at before. */
  async #look(path: string): Promise<number | undefined> {
    const { mtimeMs, size } = await stat(path)
    if (this.#seen.get(path) === mtimeMs) return undefined
    this.#seen.set(path, mtimeMs)
    if (size > LARGEST_FILE_BYTES) throw new BenchcastError('import_unreadable', `it has ${(size / 2 ** 20).toFixed(0)} MiB, and ${LARGEST_FILE_BYTES / 2 ** 20} are allowed`)
    return (await importBytes(await readFile(path), path, this.#world)).recorded.length
  }
}

/** Why a file was not imported, for the log; a fault of ours goes on to who asked. */
function refusalOf(error: unknown): string {
  if (error instanceof BenchcastError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  if (code !== undefined) return message
  throw error
}
