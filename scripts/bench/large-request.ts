import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Benchmark, fasterLine, type Line, limitLine, median } from './benchmark.ts'
import { labelsBody, probabilitiesBody, regressionBody } from './bodies.ts'
import { during, inFolder, memoryOf, RUN_PATH, type Running, resetPeak, startBenchcast, startPeer } from './processes.ts'

const ROWS = 1_000_000
const QUICK_ROWS = 50_000
const REPEATS = 7
const TOLERANCE = 1e-9
const MEMORY_TIMES_BODY = 4

type Metrics = Readonly<Record<string, Readonly<Record<string, number>>>>

interface Answered {
  readonly seconds: number
  readonly metrics: Metrics
  /** Highest resident memory above that before, bytes; NaN where it cannot be read. */
  readonly memory: number
}

interface LargeRequest {
  readonly name: string
  readonly what: string
  /** How many times as fast as the peer. */
  readonly times: number
  /** What the peer computes, and so what both are asked for. */
  readonly metrics: readonly string[]
  makeBody(rows: number): object
}

const bytesOf = (request: object): Buffer => Buffer.from(JSON.stringify(request))

/** A request of four models and a million rows as JSON: from the first byte sent to the last byte of the answer. */
function largeRequest({ name, what, times, metrics, makeBody }: LargeRequest): Benchmark {
  return {
    name,
    title: `Four models with ${what} as JSON, end to end`,
    run: async ({ quick, python }) =>
      inFolder(async (folder) => {
        const rows = quick ? QUICK_ROWS : ROWS
        const wanted = makeBody(rows)
        const body = bytesOf({ ...wanted, metrics })
        const ours = await during(startBenchcast(join(folder, 'ours.duckdb')), (server) => answered(server, body))
        const peer = await during(startPeer(python(), join(folder, 'peer.duckdb')), (server) => answered(server, body))
        const all = await during(startBenchcast(join(folder, 'all.duckdb')), (server) => answered(server, bytesOf(wanted)))
        return {
          lines: [
            fasterLine(`4 x ${rows.toLocaleString('en')} rows, median of ${REPEATS}`, ours.seconds, peer.seconds, times),
            ...memoryLine(ours, body.length),
            sameValues(ours.metrics, peer.metrics),
          ],
          notes: [
            `both compute ${metrics.join(', ')}; Benchcast adds intervals and comparisons`,
            `with every metric there is, as by default, Benchcast takes ${Math.round(1000 * all.seconds)} ms and ${(all.memory / body.length).toFixed(1)}x the body in memory`,
            `${megabytes(body.length)} of JSON; the peer takes ${(peer.memory / body.length).toFixed(1)}x the body in memory`,
          ],
        }
      }),
  }
}

async function answered({ url, pid }: Running, body: Buffer): Promise<Answered> {
  await post(url, Buffer.from(JSON.stringify(labelsBody(100))))
  // A server that has just started still takes memory for itself, to run its threads for example.
  await sleep(1000)
  await resetPeak(pid)
  const before = await memoryOf(pid)
  const first = await post(url, body)
  const after = await memoryOf(pid)
  const seconds: number[] = []
  for (let i = 0; i < REPEATS; i++) seconds.push((await post(url, body)).seconds)
  return { seconds: median(seconds), metrics: first.metrics, memory: after === undefined ? Number.NaN : after.peak - before!.now }
}

/** By the plain HTTP client: fetch copies a large body several times, and would be most of what is measured. */
async function post(url: string, body: Buffer): Promise<{ readonly seconds: number; readonly metrics: Metrics }> {
  const started = performance.now()
  const posting = request(url + RUN_PATH, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } })
  posting.end(body)
  const [response] = (await once(posting, 'response')) as [IncomingMessage]
  const answer = await text(response)
  const seconds = (performance.now() - started) / 1000
  if (response.statusCode !== 200 && response.statusCode !== 201) throw new Error(`${url} answered ${response.statusCode}: ${answer.slice(0, 500)}`)
  return { seconds, metrics: JSON.parse(answer).metrics }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

function memoryLine({ memory }: Answered, bodyBytes: number): Line[] {
  return Number.isNaN(memory) ? [] : [limitLine('memory above idle, times the body', memory / bodyBytes, MEMORY_TIMES_BODY, (times) => `${times.toFixed(1)}x`)]
}

/** Every value the peer computes is ours too. */
function sameValues(ours: Metrics, peer: Metrics): Line {
  const pairs = Object.entries(peer).flatMap(([model, values]) => Object.entries(values).map(([metric, value]) => [ours[model]?.[metric] ?? Number.NaN, value] as const))
  const largest = pairs.reduce((worst, [a, b]) => Math.max(worst, Math.abs(a - b)), 0)
  return { ...limitLine(`largest difference of ${pairs.length} values`, largest, TOLERANCE, (value) => value.toExponential(0)), ours: largest.toExponential(1) }
}

const LABEL_METRICS = ['accuracy', 'precision', 'recall', 'f1_score']

export const largeLabels = largeRequest({ name: 'labels', what: 'labels', times: 8, metrics: LABEL_METRICS, makeBody: labelsBody })
export const largeProbabilities = largeRequest({
  name: 'probabilities',
  what: 'labels and probabilities',
  times: 8,
  metrics: [...LABEL_METRICS, 'roc_auc', 'log_loss'],
  makeBody: probabilitiesBody,
})
export const largeRegression = largeRequest({ name: 'regression', what: 'numbers', times: 4, metrics: ['mse', 'rmse', 'mae', 'r2_score'], makeBody: regressionBody })
