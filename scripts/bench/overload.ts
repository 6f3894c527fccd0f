import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Benchmark, floorLine, limitLine } from './benchmark.ts'
import { postRepeatedly } from './load.ts'
import type { Paced } from './pacer.ts'
import { during, inFolder, startBenchcast } from './processes.ts'

const PACER = fileURLToPath(new URL('pacer.ts', import.meta.url))
const PATH = '/api/predictive-performance/record-measurement'
const MEASUREMENT = {
  model_name: 'bert-base-uncased',
  model_family: 'embedding',
  batch_size: 8,
  sequence_length: 128,
  mode: 'inference',
  precision: 'fp16',
  hardware_platform: 'cuda',
  throughput: 123.45,
  latency: 7.89,
  memory_usage: 1024.5,
  source: 'benchmark',
}
/** So many share a commit that more would not be faster. */
const CONNECTIONS = 256
const TIMES = 3
/** Of the overload; BENCHCAST_BENCH_OVERLOAD_SECONDS=60 makes it a minute. */
const SECONDS = Number(process.env.BENCHCAST_BENCH_OVERLOAD_SECONDS ?? 10)
const RECOVERY_MS = 5000

const percent = (value: number) => `${(100 * value).toFixed(0)} %`
const milliseconds = (value: number) => `${value.toFixed(0)} ms`

async function paced(url: string, perSecond: number, seconds: number, folder: string): Promise<Paced> {
  const file = join(folder, 'paced.json')
  await writeFile(file, JSON.stringify(MEASUREMENT))
  const { stdout } = await promisify(execFile)(process.execPath, [PACER, url, file, perSecond.toFixed(0), `${seconds}`])
  return JSON.parse(stdout) as Paced
}

/** Three times as many writes as the server can take: what it does take, how fast it refuses the rest, and how it is afterwards. */
export const overload: Benchmark = {
  name: 'overload',
  title: `${TIMES} times the ceiling of writes for ${SECONDS} s`,
  run: ({ quick }) =>
    inFolder((folder) =>
      during(startBenchcast(join(folder, 'overload.duckdb')), async (server) => {
        const url = server.url + PATH
        const write = (seconds: number) => postRepeatedly(url, MEASUREMENT, CONNECTIONS, seconds, folder)
        // The first answer comes once the predictor is made.
        await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(MEASUREMENT) })).arrayBuffer()
        await write(quick ? 1 : 6)
        const ceiling = await write(quick ? 1 : 5)
        const seconds = quick ? 2 : SECONDS
        const met = await paced(url, TIMES * ceiling.requestsPerSecond, seconds, folder)
        await sleep(quick ? 0 : RECOVERY_MS)
        const after = await write(quick ? 1 : 4)
        const share = met.good / seconds / ceiling.requestsPerSecond
        return {
          lines: [
            floorLine('goodput, share of the ceiling', share, 0.9, percent),
            limitLine('time to a refusal, p99', met.refusedP99Ms, 1000, milliseconds),
            limitLine('neither taken nor refused', met.other, 0, String),
            floorLine('rate 5 s later, share of the ceiling', after.requestsPerSecond / ceiling.requestsPerSecond, 0.9, percent),
            limitLine('requests that failed 5 s later', after.failed, 0, String),
          ],
          notes: [
            `ceiling ${ceiling.requestsPerSecond.toFixed(0)}/s, p99 ${ceiling.p99Ms} ms; overload ${(met.sent / seconds).toFixed(0)}/s sent, ${met.good} taken (p99 ${met.goodP99Ms} ms), ${met.refused} refused; afterwards p99 ${after.p99Ms} ms`,
          ],
        }
      }),
    ),
}
