import type { DuckDBConnection } from '@duckdb/node-api'
import { unavailable } from './failures.ts'

/** A few connections for reading, made when first needed; who comes when all are busy waits in line. */
export class ConnectionPool {
  readonly #connect: () => Promise<DuckDBConnection>
  readonly #ready: () => Promise<void>
  readonly #limit: number
  readonly #idle: DuckDBConnection[] = []
  readonly #line: ((connection: DuckDBConnection) => void)[] = []
  #open = 0
  #allClosed: (() => void) | undefined
  #closing: Promise<void> | undefined

  /** `ready` is waited for before each use: what was acknowledged is then there to be read. */
  constructor(connect: () => Promise<DuckDBConnection>, ready: () => Promise<void> = async () => {}, limit = 4) {
    this.#connect = connect
    this.#ready = ready
    this.#limit = limit
  }

  /** Throws `database_unavailable` once the pool closes. */
  async acquire(): Promise<DuckDBConnection> {
    if (this.#closing) throw unavailable('the pool is closed')
    await this.#ready()
    if (this.#closing) throw unavailable('the pool is closed')
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#open >= this.#limit) return new Promise((resolve) => this.#line.push(resolve))
    this.#open += 1
    try {
      return await this.#connect()
    } catch (error) {
      this.#open -= 1
      throw error
    }
  }

  release(connection: DuckDBConnection): void {
    const next = this.#line.shift()
    if (next) next(connection)
    else if (this.#closing) this.#closeOne(connection)
    else this.#idle.push(connection)
  }

  async use<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    const connection = await this.acquire()
    return work(connection).finally(() => this.release(connection))
  }

  /** Closes every connection; those in use when they come back. */
  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      this.#allClosed = resolve
      if (this.#open === 0) resolve()
    })
    for (const connection of this.#idle.splice(0)) this.#closeOne(connection)
    return this.#closing
  }

  #closeOne(connection: DuckDBConnection): void {
    connection.closeSync()
    this.#open -= 1
    if (this.#open === 0) this.#allClosed?.()
  }
}
