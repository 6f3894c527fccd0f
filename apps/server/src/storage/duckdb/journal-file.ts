import { close, closeSync, constants, fdatasync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, write } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const writeTo = promisify(write)
const sync = promisify(fdatasync)
/** On Linux a write to such a file ends when it is on disk: one way through the thread pool and the event loop instead of two. */
const DURABLE_WRITES = process.platform === 'linux' ? constants.O_DSYNC : 0

/** A file that grows by whole durable pieces until it is emptied. */
export class JournalFile {
  readonly #path: string
  readonly #fd: number
  #isOpen = true
  /** Bytes of whole pieces. */
  bytes = 0

  /** Made when missing, readable by its owner alone; what it held is dropped. */
  constructor(path: string) {
    this.#path = path
    this.#fd = openSync(path, constants.O_RDWR | constants.O_CREAT | DURABLE_WRITES, 0o600)
    ftruncateSync(this.#fd)
    syncFolderOf(path)
  }

  /** Durable when it resolves; when it rejects the file is as it was before. */
  async append(piece: Uint8Array): Promise<void> {
    try {
      for (let done = 0; done < piece.length; ) done += (await writeTo(this.#fd, piece, done, piece.length - done, this.bytes + done)).bytesWritten
      if (!DURABLE_WRITES) await sync(this.#fd)
      this.bytes += piece.length
    } catch (error) {
      ftruncateSync(this.#fd, this.bytes)
      throw error
    }
  }

  /** What is dropped is in the database: nobody needs to wait for the disk. */
  clear(): void {
    if (!this.#isOpen || this.bytes === 0) return
    ftruncateSync(this.#fd)
    this.bytes = 0
  }

  async close(): Promise<void> {
    this.#isOpen = false
    await promisify(close)(this.#fd)
    if (this.bytes === 0) rmSync(this.#path, { force: true })
  }
}

/** A new file is there after a power cut once its folder is on disk; where folders can't be opened, the system sees to it. */
function syncFolderOf(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), constants.O_RDONLY)
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** What a journal file holds; nothing without one. */
export function readJournalFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
