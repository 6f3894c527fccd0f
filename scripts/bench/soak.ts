import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Benchmark, floorLine, limitLine } from './benchmark.ts'
import { SEED_BODY } from './bodies.ts'
import { during, inFolder, memoryOf, startBenchcast } from './processes.ts'
import { percentileOf, slopeOf } from './trend.ts'

const KEY = 'soak-8fK2-q9Zr-71Lw-Xe5T'
const PREDICTIVE = '/api/predictive-performance'
const EVALUATION = '/api/v1/model-performance'
const MIB = 1024 * 1024
/** The start, in which code is compiled, documents are made and what is kept in memory fills up to its limits, is not compared with later: so many seconds, or half of the time where that is less. */
const WARM_SECONDS = 120
/** Requests come so many times as fast in it: what is kept is full after some 30,000. */
const WARM_PACE = 10
/** The heap in use goes up and down with what waits to be collected: its least in so long a time is what is kept. */
const FLOOR_SECONDS = 60
/** What memory may grow in an hour, MiB: a server that keeps 1 kB of each of some 100 requests a second grows by 350. */
const MOST_GROWTH_MIB = 200
/** How much slower the last third may be than the first after the start. */
const MOST_SLOWER = 1.5
const SAMPLE_MS = 1000

interface Ask {
  readonly path: string
  readonly body?: object
  /** Sends a key. */
  readonly keyed?: boolean
}

/** One kind of request: what is sent the nth time, and how long the caller rests between two. */
interface Traffic {
  readonly name: string
  readonly restMs: number
  readonly ask: (n: number) => Ask
}

const MODELS = ['bert-base-uncased', 'gpt2', 'resnet50', 't5-small', 'vit-base-patch16-224']
const PLATFORMS = ['cpu', 'cuda', 'webgpu']
const modelOf = (n: number) => MODELS[n % MODELS.length]!
const configurationOf = (n: number) => ({ model_name: modelOf(n), batch_size: 1 + (n % 64) })
const evaluation = (n: number) => ({ ...SEED_BODY, benchmark_name: `soak ${n % 100}` })

/** A little of everything, at a pace that leaves the processor room: what is looked for is growth, not speed. */
const TRAFFIC: readonly Traffic[] = [
  { name: 'evaluate', restMs: 50, ask: (n) => ({ path: `${EVALUATION}/run-benchmark`, body: evaluation(n) }) },
  { name: 'evaluations', restMs: 50, ask: (n) => ({ path: `${EVALUATION}-benchmarking/benchmark-runs?limit=20&offset=${n % 50}` }) },
  { name: 'predict', restMs: 50, ask: (n) => ({ path: `${PREDICTIVE}/predict-performance?wait=10`, body: { ...configurationOf(n), hardware: PLATFORMS[n % 3] } }) },
  { name: 'recommend', restMs: 200, ask: (n) => ({ path: `${PREDICTIVE}/predict-hardware?wait=10`, body: configurationOf(n) }) },
  {
    name: 'measurement',
    restMs: 100,
    ask: (n) => ({ path: `${PREDICTIVE}/record-measurement?wait=10`, body: { ...configurationOf(n), hardware_platform: 'cpu', throughput: 50 + (n % 10), latency: 20 } }),
  },
  { name: 'lists', restMs: 50, ask: (n) => ({ path: `${PREDICTIVE}/${n % 2 ? 'measurements' : 'predictions'}?limit=20&model_name=${modelOf(n)}` }) },
  { name: 'generate', restMs: 2000, ask: (n) => ({ path: '/api/generator/model', body: { model_name: modelOf(n), hardware: ['cpu'] } }) },
  { name: 'component lists', restMs: 100, ask: (n) => ({ path: ['/api/test/types', '/api/generator/templates', '/api/benchmark/hardware', '/'][n % 4]! }) },
  { name: 'database', restMs: 100, ask: (n) => ({ path: n % 2 ? '/api/db/predictive-performance/measurements?limit=20' : '/api/db/test/runs', keyed: true }) },
  { name: 'overview', restMs: 500, ask: (n) => ({ path: n % 2 ? '/api/db/overview' : `/api/db/model/${modelOf(n)}`, keyed: true }) },
  { name: 'documents', restMs: 1000, ask: (n) => ({ path: ['/openapi.json', '/docs', '/metrics', '/health', '/health/ready'][n % 5]! }) },
]

/** When what is compared begins, and when it ends, by `performance.now()`. */
interface Span {
  readonly warmMs: number
  readonly endMs: number
}

/** Memory at a time. */
interface Sample {
  readonly seconds: number
  readonly residentMib: number
  /** In use by objects, those that wait to be collected included. */
  readonly heapMib: number
}

/** What came of one kind of request; times after the start alone. */
interface Seen {
  readonly tookMs: number[]
  readonly statuses: Map<number, number>
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`
const mebibytes = (value: number) => `${value.toFixed(0)} MiB`

/** Mixed traffic of every API to one process, for a while: nothing fails, memory stays, and nothing grows slower. */
export const soak: Benchmark = {
  name: 'soak',
  title: 'Mixed traffic of every API to one process (--seconds 600)',
  onlyByName: true,
  run: ({ seconds }) =>
    inFolder((folder) =>
      during(startSoaked(folder), async ({ url, pid }) => {
        const span: Span = { warmMs: performance.now() + 1000 * Math.min(0.5 * seconds, WARM_SECONDS), endMs: performance.now() + 1000 * seconds }
        const seen = TRAFFIC.map((): Seen => ({ tookMs: [], statuses: new Map() }))
        const memory = sampleMemory(url, pid, span)
        const loops = TRAFFIC.map((traffic, index) => callUntil(span, url, traffic, seen[index]!))
        const events = followUntil(span.endMs, url)
        await Promise.all([...loops, events])
        return resultOf(seen, await memory, seconds, await events)
      }),
    ),
}

async function startSoaked(folder: string) {
  process.env.UNIFIED_API_KEYS = KEY
  return startBenchcast(join(folder, 'soak.duckdb'), ['--output-dir', join(folder, 'generated')])
}

async function callUntil({ warmMs, endMs }: Span, url: string, { ask, restMs }: Traffic, seen: Seen): Promise<void> {
  for (let n = 0; performance.now() < endMs; n += 1) {
    const { path, body, keyed } = ask(n)
    const headers = { ...(keyed && { 'x-api-key': KEY }), ...(body && { 'content-type': 'application/json' }) }
    const start = performance.now()
    const status = await statusOf(url + path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
    if (start >= warmMs) seen.tookMs.push(performance.now() - start)
    seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1)
    await sleep(start < warmMs ? restMs / WARM_PACE : restMs)
  }
}

/** The status of an answer that was read to its end; 0 without one. */
async function statusOf(url: string, options: RequestInit): Promise<number> {
  try {
    const answer = await fetch(url, options)
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}

/** WebSockets that follow a task to its end, one after the other; resolves with how many did not end with 1000. */
async function followUntil(end: number, url: string): Promise<number> {
  let broken = 0
  while (performance.now() < end) {
    const body = JSON.stringify({ model_configs: [{ name: modelOf(0) }], hardware_platforms: ['cpu'], batch_sizes: [1, 2] })
    const answer = await fetch(`${url}${PREDICTIVE}/generate-matrix`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { task_id } = (await answer.json()) as { task_id?: string }
    const socket = new WebSocket(`${url.replace('http', 'ws')}${PREDICTIVE}/ws/${task_id}`)
    const code = await new Promise<number>((resolve) => socket.addEventListener('close', (event) => resolve((event as CloseEvent).code)))
    if (code !== 1000) broken += 1
    await sleep(500)
  }
  return broken
}

/** Memory after the start, once a second. */
async function sampleMemory(url: string, pid: number, { warmMs, endMs }: Span): Promise<readonly Sample[]> {
  const samples: Sample[] = []
  await sleep(Math.max(0, warmMs - performance.now()))
  while (performance.now() < endMs) {
    const [memory, heap] = await Promise.all([memoryOf(pid), heapOf(url)])
    if (memory !== undefined && heap !== undefined) samples.push({ seconds: performance.now() / 1000, residentMib: memory.now / MIB, heapMib: heap / MIB })
    await sleep(SAMPLE_MS)
  }
  return samples
}

/** Bytes of the heap in use, as the server tells. */
async function heapOf(url: string): Promise<number | undefined> {
  const text = await fetch(`${url}/metrics`)
    .then((answer) => answer.text())
    .catch(() => '')
  const found = /^nodejs_heap_size_used_bytes\S* (\S+)$/m.exec(text)
  return found ? Number(found[1]) : undefined
}

/** How much the least of the heap grew, from the first minute to the last, MiB. */
function floorGrowth(memory: readonly Sample[]): number {
  const [first, last] = [memory[0]?.seconds ?? 0, memory.at(-1)?.seconds ?? 0]
  const least = (kept: (seconds: number) => boolean) => Math.min(...memory.filter(({ seconds }) => kept(seconds)).map(({ heapMib }) => heapMib))
  return memory.length < 10 ? 0 : least((seconds) => seconds > last - FLOOR_SECONDS) - least((seconds) => seconds < first + FLOOR_SECONDS)
}

function resultOf(seen: readonly Seen[], memory: readonly Sample[], seconds: number, broken: number) {
  const watchedSeconds = (memory.at(-1)?.seconds ?? 0) - (memory[0]?.seconds ?? 0)
  const slope = memory.length < 10 ? 0 : slopeOf(memory.map(({ seconds: at, residentMib }) => [at, residentMib]))
  const mostGrowth = Math.max(20, (MOST_GROWTH_MIB * watchedSeconds) / 3600)
  const statuses = (kept: (status: number) => boolean) => seen.reduce((sum, one) => sum + [...one.statuses].reduce((all, [status, count]) => all + (kept(status) ? count : 0), 0), 0)
  const growth = seen.map(({ tookMs }) => slower(tookMs))
  const worst = growth.indexOf(Math.max(...growth))
  return {
    lines: [
      limitLine(
        'answers of 500 and above, and none at all',
        statuses((status) => status >= 500 || status === 0),
        0,
        String,
      ),
      limitLine(
        'answers of 400 to 499',
        statuses((status) => status >= 400 && status < 500),
        0,
        String,
      ),
      limitLine('WebSockets that did not end with 1000', broken, 0, String),
      limitLine('resident memory that grew after the start', Math.max(0, slope * watchedSeconds), mostGrowth, mebibytes),
      limitLine('the heap in use at its least, the last minute against the first', Math.max(0, floorGrowth(memory)), mostGrowth, mebibytes),
      limitLine(`last third against the first, at worst (${TRAFFIC[worst]!.name})`, growth[worst]!, MOST_SLOWER, (value) => `${value.toFixed(2)}x`),
      floorLine(
        'requests',
        statuses(() => true),
        seconds,
        String,
      ),
    ],
    notes: [
      ...memory.filter((_, index) => index % 60 === 0).map(({ residentMib, heapMib }, minute) => `minute ${minute}: ${residentMib.toFixed(0)} MiB resident, ${heapMib.toFixed(0)} of the heap in use`),
      ...seen.map(
        ({ tookMs, statuses: found }, index) =>
          `${TRAFFIC[index]!.name}: ${tookMs.length}, p50 ${milliseconds(percentileOf(tookMs, 0.5))}, p99 ${milliseconds(percentileOf(tookMs, 0.99))}, ${[...found].map(([status, count]) => `${status} x ${count}`).join(', ')}`,
      ),
    ],
  }
}

/** Median time of the last third against that of the first; 1 for requests of which there were few, or that take no time. */
function slower(later: readonly number[]): number {
  const third = Math.floor(later.length / 3)
  if (third < 10) return 1
  const [before, after] = [percentileOf(later.slice(0, third), 0.5), percentileOf(later.slice(-third), 0.5)]
  return after < 5 ? Math.min(1, after / before) : after / before
}
