import { listBackups, rotateBackups } from './backups.ts'
import type { DuckDBFile } from './duckdb-file.ts'

const DAY_MS = 24 * 3600 * 1000
const LOOK_EVERY_MS = 3600 * 1000

/** Makes a rotating backup when the newest one is a day old and holds less than the database: looked at hourly and at close. */
export class BackupSchedule {
  readonly #file: DuckDBFile
  readonly #now: () => Date
  readonly #timer: NodeJS.Timeout
  #running: Promise<void> = Promise.resolve()

  constructor(file: DuckDBFile, now: () => Date) {
    this.#file = file
    this.#now = now
    this.#timer = setInterval(() => this.makeIfDue(), LOOK_EVERY_MS).unref()
  }

  /** Never throws: a failed backup is a warning, writing goes on. */
  makeIfDue(): Promise<void> {
    this.#running = this.#running
      .then(() => this.#makeIfDue())
      .catch((error: unknown) => {
        this.#file.warn(`The daily backup failed: ${(error as Error).message}`)
      })
    return this.#running
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.makeIfDue()
  }

  async #makeIfDue(): Promise<void> {
    const { path, lastSeq } = this.#file
    const [newest] = await listBackups(path)
    const isOld = newest === undefined || Math.abs(this.#now().getTime() - newest.madeAt.getTime()) >= DAY_MS
    const label = `daily-at-${lastSeq}`
    if (!isOld || lastSeq === 0 || newest?.path.endsWith(`${label}.duckdb`)) return
    await this.#file.connected.pool.use((connection) => rotateBackups(connection, path, label, this.#now()))
  }
}
