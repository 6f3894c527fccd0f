import { join } from 'node:path'
import { type Benchmark, type Line, limitLine } from './benchmark.ts'
import { SEED_BODY } from './bodies.ts'
import { type Load, postRepeatedly, WARM_SECONDS } from './load.ts'
import { during, inFolder, RUN_PATH, type Running, startBenchcast, startPeer } from './processes.ts'

const CONNECTIONS = 64
const TIMES = 20
const P99_MS = 80
const perSecond = (load: Load) => `${load.requestsPerSecond.toFixed(0)}/s`
const latency = (load: Load) => `p50 ${load.p50Ms} ms, p99 ${load.p99Ms} ms`

/** The seed's example request over and over, every one durable before its answer. */
export const seedRequest: Benchmark = {
  name: 'seed-request',
  title: `Seed-size request, durable before it is answered, ${CONNECTIONS} connections`,
  run: async ({ quick, python }) =>
    inFolder(async (folder) => {
      const measure = async ({ url }: Running) => {
        await postRepeatedly(url + RUN_PATH, SEED_BODY, CONNECTIONS, quick ? 1 : WARM_SECONDS, folder)
        return postRepeatedly(url + RUN_PATH, SEED_BODY, CONNECTIONS, quick ? 2 : 15, folder)
      }
      const ours = await during(startBenchcast(join(folder, 'ours.duckdb')), measure)
      const peer = await during(startPeer(python(), join(folder, 'peer.duckdb')), measure)
      return {
        lines: [throughput(ours, peer), limitLine('99th percentile', ours.p99Ms, P99_MS, (ms) => `${ms} ms`), limitLine('requests that failed', ours.failed, 0, String)],
        notes: [`Benchcast ${latency(ours)}; peer ${latency(peer)}`],
      }
    }),
}

function throughput(ours: Load, peer: Load): Line {
  const ratio = ours.requestsPerSecond / peer.requestsPerSecond
  return { what: 'requests answered', ours: perSecond(ours), other: perSecond(peer), ratio, target: `>= ${TIMES}x`, ok: ratio >= TIMES }
}
