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

const SECONDS = 15
/** The machine's own speed may change by a third within a minute, so the peer is measured before and after, half as long each. */
const PEER_SECONDS = 8
/** After a pause memory was given back, and is taken again. */
const AGAIN_WARM_SECONDS = 5

/** The seed's example request over and over, every one durable before its answer. */
export const seedRequest: Benchmark = {
  name: 'seed-request',
  title: `Seed-size request, durable before it is answered, ${CONNECTIONS} connections`,
  run: async ({ quick, python }) =>
    inFolder((folder) =>
      during(startBenchcast(join(folder, 'ours.duckdb')), (ours) =>
        during(startPeer(python(), join(folder, 'peer.duckdb')), async (peer) => {
          const post = ({ url }: Running, seconds: number) => postRepeatedly(url + RUN_PATH, SEED_BODY, CONNECTIONS, quick ? 2 : seconds, folder)
          for (const server of [ours, peer]) await post(server, WARM_SECONDS)
          const before = await post(peer, PEER_SECONDS)
          await post(ours, AGAIN_WARM_SECONDS)
          const own = await post(ours, SECONDS)
          return resultOf(own, before, await post(peer, PEER_SECONDS))
        }),
      ),
    ),
}

function resultOf(ours: Load, before: Load, after: Load) {
  const peer = { ...after, requestsPerSecond: (before.requestsPerSecond + after.requestsPerSecond) / 2 }
  return {
    lines: [throughput(ours, peer), limitLine('99th percentile', ours.p99Ms, P99_MS, (ms) => `${ms} ms`), limitLine('requests that failed', ours.failed, 0, String)],
    notes: [`Benchcast ${latency(ours)}; peer ${latency(peer)}, ${perSecond(before)} before and ${perSecond(after)} after`],
  }
}

function throughput(ours: Load, peer: Load): Line {
  const ratio = ours.requestsPerSecond / peer.requestsPerSecond
  return { what: 'requests answered', ours: perSecond(ours), other: perSecond(peer), ratio, target: `>= ${TIMES}x`, ok: ratio >= TIMES }
}
