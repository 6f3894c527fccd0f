import { statfs } from 'node:fs/promises'

const REFRESH_MS = 200

/** Free bytes of the file system that holds a folder, looked up at most five times a second and never waited for. */
export class FreeDisk {
  readonly #folder: string
  #bytes = Number.POSITIVE_INFINITY
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The newest known figure; asks for a newer one when it is old. */
  get bytes(): number {
    if (this.#reading === undefined && performance.now() - this.#readAt >= REFRESH_MS) this.#reading = this.refresh()
    return this.#bytes
  }

  async refresh(): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.#folder)
      this.#bytes = bavail * bsize
    } catch {
      // The folder is gone or unreadable: the next write tells more than a figure could.
      this.#bytes = Number.POSITIVE_INFINITY
    } finally {
      this.#readAt = performance.now()
      this.#reading = undefined
    }
  }
}
