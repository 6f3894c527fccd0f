import { DuckDBInstance } from '@duckdb/node-api'
import { openStore } from '../../apps/server/src/storage/index.ts'

/** Models of a filled database; each has a measurement in every piece of the table, so that no piece can be skipped. */
export const MODELS = 1000
const ROWS_PER_WRITE = 10
/** Time of the first measurement; each comes a second after the one before it. */
const FIRST_US = 1_750_000_000_000_000

const TIMESTAMP = (us: string) => `strftime(make_timestamp(${us}), '%Y-%m-%dT%H:%M:%S.%gZ')`

/** Measurement `n`, column by column: every figure varies. */
const COLUMNS: Readonly<Record<string, string>> = {
  seq: `n // ${ROWS_PER_WRITE} + 1`,
  position: `n % ${ROWS_PER_WRITE}`,
  timestamp: TIMESTAMP(`${FIRST_US} + n * 1000000`),
  created_us: `${FIRST_US} + n * 1000000`,
  metadata: `'{"device":"NVIDIA A100","runs":' || (n % 100) || '}'`,
  measurement_id: `printf('meas-%012d', n)`,
  model_name: `printf('org/model-%d-base', (n * 7919) % ${MODELS})`,
  model_family: `['embedding', 'vision', 'text_generation', 'audio'][n % 4 + 1]`,
  batch_size: '1 << (n % 7)',
  sequence_length: '128',
  precision: `'fp16'`,
  mode: `'inference'`,
  hardware_platform: `['cpu', 'cuda', 'rocm', 'mps', 'webgpu'][n % 5 + 1]`,
  throughput: '1e5 / (1 + n % 997) + n * 1e-7',
  latency: '1 + (n % 997) / 10',
  memory_usage: '500 + n % 5000',
  measurement_source: `'benchmark'`,
  prediction_id: 'NULL',
  phase: 'NULL',
}

/** The task that wrote measurements `10 (seq - 1)` to `10 seq - 1`: a database whose writes have a gap reports that some are missing. */
const TASK = `SELECT seq, printf('fill-%d', seq), 'fill', 'completed', 1, ${TIMESTAMP(`${FIRST_US}`)}, ${FIRST_US}, '', '{}' FROM range(1, $1::BIGINT + 1) AS writes(seq)`

/** A database of so many measurements: the tables are made by the store, the rows by one statement of DuckDB's, since a million writes would take minutes. */
export async function filledDatabase(path: string, rows: number): Promise<string> {
  await (await openStore({ path, dailyBackups: false })).close()
  const instance = await DuckDBInstance.create(path, { threads: '1' })
  const connection = await instance.connect()
  const names = Object.keys(COLUMNS).join(', ')
  await connection.run(`INSERT INTO performance_measurements (${names}) SELECT ${Object.values(COLUMNS).join(', ')} FROM range($1::BIGINT) AS numbers(n)`, [rows])
  await connection.run(`INSERT INTO tasks (seq, task_id, kind, event, attempt, timestamp, created_us, message, document) ${TASK}`, [Math.ceil(rows / ROWS_PER_WRITE)])
  await connection.run('CHECKPOINT')
  connection.closeSync()
  instance.closeSync()
  return path
}
