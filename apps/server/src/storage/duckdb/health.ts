import type { HealthCheck } from '../store.ts'
import type { DuckDBFile } from './duckdb-file.ts'
import type { FreeDisk } from './free-disk.ts'

const CACHE_MS = 1000
const PROBE = "INSERT INTO schema_version VALUES (0, 'health probe', '')"

export interface HealthOptions {
  readonly minFreeBytes: number
  readonly queued: () => number
  readonly maxQueued: number
}

/** Whether the database can be written right now, looked at afresh at most once a second. Never throws. */
export class Health {
  readonly #file: DuckDBFile
  readonly #disk: FreeDisk
  readonly #options: HealthOptions
  #checkedAt = Number.NEGATIVE_INFINITY
  #checks: Promise<readonly HealthCheck[]> = Promise.resolve([])

  constructor(file: DuckDBFile, disk: FreeDisk, options: HealthOptions) {
    this.#file = file
    this.#disk = disk
    this.#options = options
  }

  checks(): Promise<readonly HealthCheck[]> {
    if (performance.now() - this.#checkedAt >= CACHE_MS) {
      this.#checkedAt = performance.now()
      this.#checks = this.#check()
    }
    return this.#checks
  }

  async #check(): Promise<readonly HealthCheck[]> {
    return [await this.#database(), await this.#freeDisk(), this.#queue(), this.#completeness()]
  }

  /** A write that is rolled back: costs no fsync, fails when DuckDB has given up on the file. */
  async #database(): Promise<HealthCheck> {
    const name = 'database'
    try {
      await this.#file.connected.pool.use(async (connection) => {
        await connection.run('BEGIN')
        await connection.run(PROBE).finally(() => connection.run('ROLLBACK'))
      })
      return { name, ok: true, message: 'writable' }
    } catch (error) {
      return { name, ok: false, message: (this.#file.failed(error) as Error).message }
    }
  }

  async #freeDisk(): Promise<HealthCheck> {
    await this.#disk.refresh()
    const { bytes } = this.#disk
    const ok = bytes >= this.#options.minFreeBytes
    const mebibytes = Number.isFinite(bytes) ? `${Math.floor(bytes / 1024 / 1024)} MiB free` : 'unknown'
    return { name: 'free_disk', ok, message: ok ? mebibytes : `${mebibytes}: writes are refused below ${Math.floor(this.#options.minFreeBytes / 1024 / 1024)} MiB` }
  }

  #queue(): HealthCheck {
    const queued = this.#options.queued()
    return { name: 'write_queue', ok: queued < this.#options.maxQueued, message: `${queued} writes waiting` }
  }

  /** Rows lost before this start do not make the server unready, but should be seen. */
  #completeness(): HealthCheck {
    return { name: 'completeness', ok: true, message: this.#file.missing === 0 ? 'every acknowledged write is there' : `${this.#file.missing} acknowledged writes are missing` }
  }
}
