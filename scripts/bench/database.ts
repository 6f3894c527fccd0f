import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Benchmark, floorLine, limitLine, median } from './benchmark.ts'
import { filledDatabase, MODELS } from './filled-database.ts'
import { getRepeatedly } from './load.ts'
import { during, inFolder, type Running, startBenchcast } from './processes.ts'

const ROWS = 1_000_000
const QUICK_ROWS = 20_000
const CONNECTIONS = 16
const PATH = '/api/db/predictive-performance/measurements'
const MOST_GROWTH_MB = 50

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
      const path = await filledDatabase(join(folder, 'database.duckdb'), rows)
      return during(startBenchcast(path), async (server) => {
        const { url } = server
        const seconds = quick ? 1 : 8
        await untilAtHand(url)
        const load = (query: string) => getRepeatedly(`${url}${PATH}?${query}`, CONNECTIONS, seconds)
        // Each for another model: what was answered before is of no use. Then all for the same, as dashboards do.
        const anyModel = await load(`model_name=org/model-{n:${MODELS}}-base&min_throughput=200`)
        const anyRange = await load(`min_latency={n:${MODELS}}e-2&hardware_platform=cuda`)
        const ordered = await load(`order_by=throughput&min_memory_usage={n:${MODELS}}`)
        const oneModel = await load('model_name=org/model-5-base&min_throughput=200')
        const recent = await load('limit=10')
        const overview = median([await spent(url, '/api/db/overview'), await spent(url, '/api/db/overview'), await spent(url, '/api/db/overview')])
        const first = await exported(server)
        const csv = await exported(server)
        return {
          lines: [
            limitLine('filtered list, p99', anyModel.p99Ms, 250, milliseconds),
            limitLine('list by range and platform, p99', anyRange.p99Ms, 250, milliseconds),
            limitLine('ordered list, p99', ordered.p99Ms, 250, milliseconds),
            limitLine('the same filtered list again, p99', oneModel.p99Ms, 250, milliseconds),
            floorLine('recent list', recent.requestsPerSecond, 3000, perSecond),
            limitLine('overview', overview, 200, milliseconds),
            floorLine('CSV export, rows', csv.rows / csv.seconds, 200_000, perSecond),
            limitLine('memory of the server in a second export beyond that in the first', Math.max(0, csv.mostMb - first.mostMb), MOST_GROWTH_MB, (value) => `${value.toFixed(0)} MB`),
            limitLine('requests that failed', anyModel.failed + anyRange.failed + ordered.failed + oneModel.failed + recent.failed + Math.abs(rows - csv.rows), 0, String),
          ],
          notes: [
            `filtered list ${perSecond(anyModel.requestsPerSecond)}, p50 ${anyModel.p50Ms} ms; by range ${perSecond(anyRange.requestsPerSecond)}, p50 ${anyRange.p50Ms} ms; ordered ${perSecond(ordered.requestsPerSecond)}, p50 ${ordered.p50Ms} ms; the same again ${perSecond(oneModel.requestsPerSecond)}; recent list p99 ${recent.p99Ms} ms; memory ${first.beforeMb.toFixed(0)} MB before the exports, at most ${first.mostMb.toFixed(0)} in the first and ${csv.mostMb.toFixed(0)} in the second; ${rows} rows`,
          ],
        }
      })
    }),
}

const KEY = randomBytes(24).toString('hex')
const headers = { 'x-api-key': KEY }

async function spent(url: string, path: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(url + path, { headers })
  await response.text()
  return performance.now() - start
}

/** Waits until lists are answered from memory, as they are some seconds after a start. */
async function untilAtHand(url: string): Promise<void> {
  while (!/^store_records_at_hand 1$/m.test(await (await fetch(`${url}/metrics`, { headers })).text())) await sleep(200)
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
  return { rows: lines - 1, seconds: (performance.now() - start) / 1000, beforeMb: before, mostMb: most }
}
