import type { DuckDBConnection } from '@duckdb/node-api'

/** A few connections for reading, made when first needed; who comes when all are busy waits in line. */
export class ConnectionPool {
  readonly #connect: () => Promise<DuckDBConnection>
  readonly #limit: number
  #idle: DuckDBConnection[] = []
  #open = 0
  readonly #line: ((connection: DuckDBConnection) => void)[] = []

  constructor(connect: () => Promise<DuckDBConnection>, limit = 4) {
    this.#connect = connect
    this.#limit = limit
  }

  async acquire(): Promise<DuckDBConnection> {
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
    else this.#idle.push(connection)
  }

  /** Closes the idle connections. Call when nothing is in use. */
  close(): void {
    for (const connection of this.#idle) connection.closeSync()
    this.#open -= this.#idle.length
    this.#idle = []
  }
}
