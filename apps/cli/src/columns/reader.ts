import { availableParallelism } from 'node:os'
import { BenchcastError } from '@benchcast/core/errors'
import type { DuckDBConnection, DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api'

/** What DuckDB may keep in memory beside the columns that are read. */
const MEMORY = '700MB'

/** Asks files, as SQL relations, without keeping any of them. */
export interface FileReader {
  /** Rows of an answer that is small. */
  rows(sql: string): Promise<readonly (readonly DuckDBValue[])[]>
  run(sql: string): Promise<void>
  /** An answer of any size, in the order of the file, a piece at a time. */
  pieces(sql: string): AsyncGenerator<DuckDBDataChunk>
}

/** Hands a reader to `work` and closes it afterwards. Files that cannot be read are refused with DuckDB's reason. */
export async function withFileReader<T>(work: (reader: FileReader) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()), memory_limit: MEMORY, autoinstall_known_extensions: 'false' })
  const connection = await instance.connect()
  try {
    return await work(readerOn(connection))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function readerOn(connection: DuckDBConnection): FileReader {
  return {
    rows: (sql) =>
      connection
        .runAndReadAll(sql)
        .then((result) => result.getRows())
        .catch(refuse),
    run: async (sql) => void (await connection.run(sql).catch(refuse)),
    async *pieces(sql) {
      const result = await connection.stream(sql).catch(refuse)
      for (;;) {
        const chunk = await result.fetchChunk().catch(refuse)
        if (chunk === null || chunk.rowCount === 0) return
        yield chunk
      }
    },
  }
}

/** DuckDB's reason without its advice on SQL. */
function refuse(error: Error): never {
  const [first = '', second = '', third = ''] = error.message.split('\n')
  const reason = first.includes('CSV Error') ? [first, second, third].filter((line) => line !== '').join(' ') : first
  throw new BenchcastError('invalid_data', `The file cannot be read: ${reason.replace(/^\w[\w ]*Error: /, '')}`, { cause: error })
}
