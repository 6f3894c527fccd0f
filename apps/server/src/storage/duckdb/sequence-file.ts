import { close, constants, fdatasync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'

const SYNC_EVERY_MS = 1000
const WIDTH = 20

/** What a sequence file holds: the number and its checksum, readable by a person. */
export const sequenceLine = (seq: number): string => {
  const digits = String(seq).padStart(WIDTH, '0')
  return `${digits} ${crc32(digits).toString(16).padStart(8, '0')}\n`
}

/** The number in a sequence file; undefined when there is none, `unreadable` when it is not one of ours or was cut. */
export function readSequenceFile(path: string): number | undefined | 'unreadable' {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : 'unreadable'
  }
  const seq = Number(text.slice(0, WIDTH))
  return Number.isSafeInteger(seq) && text === sequenceLine(seq) ? seq : 'unreadable'
}

/**
 * The last acknowledged sequence number, in a file of its own beside the database: a log that was cut short opens without a word
 * and with fewer rows, and this number tells.
 *
 * Each group of writes is written here after its commit and before its answers, without an fsync of its own: a killed process
 * loses nothing that was written, and only a power cut can leave the number behind (never ahead of the database, whose commits
 * are synced), by at most the second between two background syncs.
 */
export class SequenceFile {
  readonly #fd: number
  #syncedAt = 0
  #syncing: Promise<void> | undefined

  constructor(path: string) {
    this.#fd = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  }

  write(seq: number): void {
    writeSync(this.#fd, sequenceLine(seq), 0)
    if (Date.now() - this.#syncedAt >= SYNC_EVERY_MS) this.#syncing ??= this.#sync()
  }

  async close(): Promise<void> {
    await this.#syncing
    await this.#sync()
    await promisify(close)(this.#fd)
  }

  async #sync(): Promise<void> {
    await promisify(fdatasync)(this.#fd).catch(() => undefined)
    this.#syncedAt = Date.now()
    this.#syncing = undefined
  }

  /** Begins anew: for a file that held something else. */
  reset(seq: number): void {
    ftruncateSync(this.#fd)
    this.write(seq)
  }
}
