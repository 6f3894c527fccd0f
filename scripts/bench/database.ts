import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore, type RecordOf } from '../../apps/server/src/storage/index.ts'
import { type Benchmark, floorLine, limitLine, median } from './benchmark.ts'
import { getRepeatedly } from './load.ts'
import { during, inFolder, type Running, startBenchcast } from './processes.ts'

const ROWS = 1_000_000
const QUICK_ROWS = 20_000
const ROWS_PER_WRITE = 2000
const CONNECTIONS = 16
const MODELS = 1000
const PLATFORMS = ['cpu', 'cuda', 'rocm', 'mps', 'webgpu'] as const
const FAMILIES = ['embedding', 'vision', 'text_generation', 'audio'] as const
const PATH = '/api/db/predictive-performance/measurements'
const MOST_GROWTH_MB = 150

/** Measurement number `n` of a table in which every column varies. */
const measurement = (n: number): RecordOf<'measurements'> => ({
  measurement_id: `meas-${String(n).padStart(12, '0')}`,
  timestamp: new Date(1.75e12 + n * 1000).toISOString(),
  model_name: `org/model-${(n * 7919) % MODELS}-base`,
  model_family: FAMILIES[n % FAMILIES.length]!,
  hardware_platform: PLATFORMS[n % PLATFORMS.length]!,
  batch_size: 1 << (n % 7),
  sequence_length: 128,
  precision: 'fp16',
  mode: 'inference',
  throughput: 1e5 / (1 + (n % 997)) + n * 1e-7,
  latency: 1 + (n % 997) / 10,
  memory_usage: 500 + (n % 5000),
  measurement_source: 'benchmark',
  prediction_id: null,
  metadata: { device: 'NVIDIA A100', runs: n % 100 },
})

/** A database of so many measurements, written as the server would. */
async function filled(path: string, rows: number): Promise<string> {
  const store = await openStore({ path, dailyBackups: false })
  for (let first = 0; first < rows; first += ROWS_PER_WRITE) {
    const task = { taskId: `fill-${first}`, kind: 'fill', event: 'completed', attempt: 1, timestamp: new Date().toISOString(), message: '', document: '{}' } as const
    await store.writeTask({ task, records: { measurements: Array.from({ length: ROWS_PER_WRITE }, (_, index) => measurement(first + index)) } })
  }
  await store.close()
  return path
}

const milliseconds = (value: number) => `${value.toFixed(0)} ms`
const perSecond = (value: number) => `${value.toFixed(0)}/s`

/** The database API over a table of a million rows. */
export const database: Benchmark = {
  name: 'database',
  title: 'Database API over 1,000,000 measurements',
  run: ({ quick }) =>
    inFolder(async (folder) => {
      const rows = quick ? QUICK_ROWS : ROWS
      // The server and the callers are started with the environment of this process.
      process.env.UNIFIED_API_KEYS = KEY
      const path = await filled(join(folder, 'database.duckdb'), rows)
      return during(startBenchcast(path), async (server) => {
        const { url } = server
        const seconds = quick ? 1 : 8
        const load = (query: string) => getRepeatedly(`${url}${PATH}?${query}`, CONNECTIONS, seconds)
        const filteredList = await load('model_name=org/model-5-base&min_throughput=200')
        const recent = await load('limit=10')
        const overview = median([await spent(url, '/api/db/overview'), await spent(url, '/api/db/overview'), await spent(url, '/api/db/overview')])
        const csv = await exported(server)
        return {
          lines: [
            limitLine('filtered list, p99', filteredList.p99Ms, 250, milliseconds),
            floorLine('recent list', recent.requestsPerSecond, 3000, perSecond),
            limitLine('overview', overview, 200, milliseconds),
            floorLine('CSV export, rows', csv.rows / csv.seconds, 200_000, perSecond),
            limitLine('memory of the server gained by the export', csv.growthMb, MOST_GROWTH_MB, (value) => `${value.toFixed(0)} MB`),
            limitLine('requests that failed', filteredList.failed + recent.failed + Math.abs(rows - csv.rows), 0, String),
          ],
          notes: [`filtered list ${perSecond(filteredList.requestsPerSecond)}, p50 ${filteredList.p50Ms} ms; recent list p99 ${recent.p99Ms} ms; ${rows} rows`],
        }
      })
    }),
}

const KEY = 'benchmark-key-of-the-database-bench'
const headers = { 'x-api-key': KEY }

async function spent(url: string, path: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(url + path, { headers })
  await response.text()
  return performance.now() - start
}

/** Resident memory of a process, MB. */
const residentMb = async (pid: number): Promise<number> => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Reads the whole table as CSV: lines, time, and what the server's memory gained meanwhile. */
async function exported({ url, pid }: Running) {
  const before = await residentMb(pid)
  let most = before
  let lines = 0
  let chunks = 0
  const start = performance.now()
  const { body } = await fetch(`${url}${PATH}/export?format=csv`, { headers })
  for await (const chunk of body!) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
    chunks += 1
    if (chunks % 100 === 0) most = Math.max(most, await residentMb(pid))
  }
  return { rows: lines - 1, seconds: (performance.now() - start) / 1000, growthMb: most - before }
}
