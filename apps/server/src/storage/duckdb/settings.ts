import { availableParallelism, totalmem } from 'node:os'
import type { DuckDBConnection } from '@duckdb/node-api'

interface Setting {
  readonly name: string
  readonly value: string | number | boolean | readonly string[]
  /** Why, for `doctor`. */
  readonly why: string
}

const MIB = 1024 * 1024
const memoryLimit = (): string => `${Math.min(512, Math.max(256, Math.floor(totalmem() / MIB / 4)))}MiB`

/** What every connection runs under, in the order it is set; the last one locks the rest. `backupFolder` is the only folder SQL may touch. */
export const settings = (backupFolder: string | undefined): readonly Setting[] => [
  { name: 'autoinstall_known_extensions', value: false, why: 'nothing is downloaded' },
  { name: 'autoload_known_extensions', value: false, why: 'no code is loaded because a query names it' },
  { name: 'allow_community_extensions', value: false, why: 'no third-party code' },
  {
    name: 'threads',
    value: Math.min(4, Math.ceil(availableParallelism() / 2)),
    why: 'leaves room for HTTP and metric kernels; on two cores a commit by two threads takes twice the processor time and as long',
  },
  { name: 'memory_limit', value: memoryLimit(), why: 'a quarter of the memory, at most 512 MiB: what it holds beyond that goes to its temporary folder' },
  { name: 'allocator_background_threads', value: true, why: 'memory that a large query took goes back to the system: after two exports of 1,000,000 rows 472 MB are left instead of 636' },
  { name: 'max_temp_directory_size', value: '1GiB', why: 'a query cannot fill the disk' },
  { name: 'checkpoint_threshold', value: '128MiB', why: 'a checkpoint stops commits for some 250 ms, and a log of this size is replayed in 1.2 s' },
  { name: 'preserve_insertion_order', value: true, why: 'rows stay in write order, so that filters on seq skip most of the file' },
  ...(backupFolder === undefined ? [] : [{ name: 'allowed_directories', value: [backupFolder], why: 'backups go through here' }]),
  { name: 'enable_external_access', value: false, why: 'SQL reads and writes no other file' },
  { name: 'lock_configuration', value: true, why: 'none of this can be turned back' },
]

const literal = (value: Setting['value']): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** Sets everything and locks it, then reads back that the two which guard the rest hold. Throws if they do not. */
export async function applySettings(connection: DuckDBConnection, backupFolder: string | undefined): Promise<void> {
  for (const { name, value } of settings(backupFolder)) await connection.run(`SET ${name} = ${literal(value)}`)
  for (const [name, value] of await readSettings(connection, ['enable_external_access', 'autoload_known_extensions'])) {
    if (value !== 'false') throw new Error(`DuckDB did not take the setting ${name} = false: it reads '${value}'. The database is not opened without it.`)
  }
  const [locked] = await readSettings(connection, ['lock_configuration'])
  if (locked?.[1] !== 'true') throw new Error('DuckDB did not lock its configuration; the database is not opened without that.')
}

/** Name and value as DuckDB reports them. */
export async function readSettings(connection: DuckDBConnection, names: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const reader = await connection.runAndReadAll("SELECT name, value FROM duckdb_settings() WHERE list_contains(string_split($1, ','), name)", [names.join(',')])
  return reader.getRowsJS() as [string, string][]
}
