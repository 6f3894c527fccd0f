import type { DuckDBConnection } from '@duckdb/node-api'
import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult } from 'kysely'
import type { ConnectionPool } from './connection-pool.ts'
import { asParameters, fromDuckDB, parameterTypes } from './values.ts'

class KyselyConnection implements DatabaseConnection {
  readonly raw: DuckDBConnection
  readonly #failed: (error: unknown) => unknown

  constructor(raw: DuckDBConnection, failed: (error: unknown) => unknown) {
    this.raw = raw
    this.#failed = failed
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const reader = await this.raw.runAndReadAll(sql, asParameters(parameters), parameterTypes(parameters))
      return { rows: reader.getRowObjectsJS().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDuckDB(value)])) as Row) }
    } catch (error) {
      throw this.#failed(error)
    }
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The DuckDB dialect does not stream: page with limit and seq.')
  }
}

/** Reads through a pool of connections; the store's writes go through its one writer instead. */
class DuckDBDriver implements Driver {
  readonly #pool: ConnectionPool
  readonly #failed: (error: unknown) => unknown

  constructor(pool: ConnectionPool, failed: (error: unknown) => unknown) {
    this.#pool = pool
    this.#failed = failed
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  acquireConnection = async (): Promise<KyselyConnection> => new KyselyConnection(await this.#pool.acquire(), this.#failed)
  releaseConnection = async (connection: DatabaseConnection): Promise<void> => this.#pool.release((connection as KyselyConnection).raw)
  beginTransaction = (connection: DatabaseConnection): Promise<void> => run(connection, 'BEGIN')
  commitTransaction = (connection: DatabaseConnection): Promise<void> => run(connection, 'COMMIT')
  rollbackTransaction = (connection: DatabaseConnection): Promise<void> => run(connection, 'ROLLBACK')
}

async function run(connection: DatabaseConnection, statement: string): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement))
}

/** Kysely on DuckDB: Postgres' SQL, our values. `failed` sees every error and gives the one to throw. */
export function duckdbDialect(pool: ConnectionPool, failed: (error: unknown) => unknown): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DuckDBDriver(pool, failed),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}
