import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Benchmark, floorLine, limitLine } from './benchmark.ts'
import { labelsBody } from './bodies.ts'
import { postRepeatedly } from './load.ts'
import type { Paced } from './pacer.ts'
import { during, inFolder, startBenchcast } from './processes.ts'

const PACER = fileURLToPath(new URL('pacer.ts', import.meta.url))
/** A run of a thousand rows and four models: some milliseconds of work before it is written, so that on shared cores three times as many are sent with little of the processor. */
const PATH = '/api/v1/model-performance/run-benchmark'
const BODY = labelsBody(1000)
/** More callers would not make it faster. */
const CONNECTIONS = 64
const TIMES = 3
/** What is counted as so many times: the pace is set in whole ticks. */
const SENT_TIMES = 2.9
/** Of the overload; BENCHCAST_BENCH_OVERLOAD_SECONDS=60 makes it a minute. */
const SECONDS = Number(process.env.BENCHCAST_BENCH_OVERLOAD_SECONDS ?? 10)
const RECOVERY_MS = 5000

const percent = (value: number) => `${(100 * value).toFixed(0)} %`
const times = (value: number) => `${value.toFixed(1)}x`
const milliseconds = (value: number) => `${value.toFixed(0)} ms`

async function paced(url: string, perSecond: number, seconds: number, folder: string): Promise<Paced> {
  const file = join(folder, 'paced.json')
  await writeFile(file, JSON.stringify(BODY))
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
        const write = (seconds: number) => postRepeatedly(url, BODY, CONNECTIONS, seconds, folder)
        await write(quick ? 1 : 10)
        const ceiling = await write(quick ? 1 : 5)
        const seconds = quick ? 2 : SECONDS
        const met = await paced(url, TIMES * ceiling.requestsPerSecond, seconds, folder)
        await sleep(quick ? 0 : RECOVERY_MS)
        const after = await write(quick ? 1 : 4)
        const share = met.good / seconds / Math.max(ceiling.requestsPerSecond, after.requestsPerSecond)
        return {
          lines: [
            floorLine('goodput, share of the ceiling', share, 0.9, percent),
            limitLine('time to a refusal, p99', met.refusedP99Ms, 1000, milliseconds),
            limitLine('neither taken nor refused', met.other, 0, String),
            floorLine('sent, times the ceiling', met.sent / seconds / ceiling.requestsPerSecond, SENT_TIMES, times),
            floorLine('rate 5 s later, share of the ceiling', after.requestsPerSecond / ceiling.requestsPerSecond, 0.9, percent),
            limitLine('requests that failed 5 s later', after.failed, 0, String),
          ],
          notes: [
            `ceiling ${ceiling.requestsPerSecond.toFixed(0)}/s before and ${after.requestsPerSecond.toFixed(0)}/s after, of which the larger counts; p99 ${ceiling.p99Ms} ms; overload ${(met.sent / seconds).toFixed(0)}/s sent (${percent(met.cpuShare)} of a core), ${met.good} taken (p99 ${met.goodP99Ms} ms), ${met.refused} refused; afterwards p99 ${after.p99Ms} ms`,
          ],
        }
      }),
    ),
}
