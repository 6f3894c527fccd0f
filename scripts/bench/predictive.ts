import { join } from 'node:path'
import { type Benchmark, floorLine, type Line, limitLine, median } from './benchmark.ts'
import { getRepeatedly, type Load, postRepeatedly, WARM_SECONDS } from './load.ts'
import { during, inFolder, type Running, startBenchcast } from './processes.ts'

const PREFIX = '/api/predictive-performance'
const CONNECTIONS = 64
const CLIENTS = 1000

const CONFIGURATION = { model_name: 'bert-base-uncased', model_family: 'embedding', batch_size: 8, sequence_length: 128, mode: 'inference', precision: 'fp16' }
const MEASUREMENT = { ...CONFIGURATION, hardware_platform: 'cuda', throughput: 123.45, latency: 7.89, memory_usage: 1024.5, source: 'benchmark' }
const PREDICTION = { ...CONFIGURATION, hardware: 'cuda' }
/** 10 models x 5 platforms x 10 batch sizes x 2 precisions. */
const MATRIX = {
  model_configs: ['bert-base-uncased', 'roberta-large', 'gpt2', 'gpt2-xl', 'resnet50', 'vit-base-patch16-224', 't5-small', 'whisper-tiny', 'distilbert-base-uncased', 'mobilenetv2_100'].map(
    (name) => ({ name }),
  ),
  hardware_platforms: ['cpu', 'cuda', 'rocm', 'mps', 'webgpu'],
  batch_sizes: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32],
  precision_options: ['fp32', 'fp16'],
}

const perSecond = (value: number) => `${value.toFixed(0)}/s`
const milliseconds = (value: number) => `${value.toFixed(0)} ms`

async function post(url: string, path: string, body: object): Promise<{ readonly task_id: string; readonly status: string; readonly message?: string }> {
  const response = await fetch(`${url}${PREFIX}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return (await response.json()) as { task_id: string; status: string; message?: string }
}

/** Predictions, measurements and tasks over HTTP, each durable before it is answered. */
export const predictive: Benchmark = {
  name: 'predictive',
  title: `Predictive API over HTTP, ${CONNECTIONS} connections`,
  run: ({ quick }) =>
    inFolder((folder) =>
      during(startBenchcast(join(folder, 'predictive.duckdb')), async ({ url }) => {
        const seconds = quick ? 1 : 8
        const posted = async (path: string, body: object) => {
          await postRepeatedly(`${url}${PREFIX}/${path}`, body, CONNECTIONS, quick ? 1 : WARM_SECONDS, folder)
          return postRepeatedly(`${url}${PREFIX}/${path}`, body, CONNECTIONS, seconds, folder)
        }
        const predictions = await posted('predict-performance?wait=5', PREDICTION)
        const measurements = await posted('record-measurement', MEASUREMENT)
        const { task_id } = await post(url, 'record-measurement', MEASUREMENT)
        const reads = await getRepeatedly(`${url}${PREFIX}/task/${task_id}`, CONNECTIONS, seconds)
        const lines: Line[] = [
          floorLine('predictions with wait', predictions.requestsPerSecond, 5000, perSecond),
          floorLine('measurements recorded', measurements.requestsPerSecond, 3000, perSecond),
          floorLine('GET task', reads.requestsPerSecond, 10_000, perSecond),
          limitLine('requests that failed', predictions.failed + measurements.failed + reads.failed, 0, String),
        ]
        const latency = ({ p50Ms, p99Ms }: Load) => `p50 ${p50Ms} ms, p99 ${p99Ms} ms`
        return { lines, notes: [`predictions ${latency(predictions)}; measurements ${latency(measurements)}; GET task ${latency(reads)}`] }
      }),
    ),
}

/** Matrices after the first; their median counts. The first ones find a server that still makes itself ready. */
const MATRICES = 5

/** A matrix of a thousand cells, stored, and a thousand clients that follow one task. */
export const matrixAndFanOut: Benchmark = {
  name: 'matrix',
  title: 'A matrix of 1,000 cells, and 1,000 WebSocket clients on one task',
  run: ({ quick }) =>
    inFolder((folder) =>
      during(startBenchcast(join(folder, 'matrix.duckdb')), async (server) => {
        const first = await matrixMs(server)
        const times: number[] = []
        for (let repetition = 0; repetition < MATRICES; repetition++) times.push(await matrixMs(server))
        const fanOut = await fanOutMs(server, quick ? 100 : CLIENTS)
        return {
          lines: [limitLine('matrix of 1,000 cells', median(times), 250, milliseconds), limitLine('final frame at the last client', fanOut, 1000, milliseconds)],
          notes: [`the first matrix took ${milliseconds(first)}`],
        }
      }),
    ),
}

async function matrixMs({ url }: Running): Promise<number> {
  const start = performance.now()
  const { status, message } = await post(url, 'generate-matrix?wait=60', MATRIX)
  if (status !== 'completed') throw new Error(`The matrix is ${status}: ${message}`)
  return performance.now() - start
}

/** Rows that keep a thread busy until everybody is connected. */
const LONG_TABLE = ['model_name,hardware_platform,batch_size', ...Array.from({ length: 40_000 }, (_, index) => `followed-${index}-base,cuda,${1 + (index % 64)}`)].join('\n')

/** From the request that ends a task to the final frame at the last of its clients. */
async function fanOutMs({ url }: Running, clients: number): Promise<number> {
  const { task_id } = await post(url, 'predict-batch', { csv: LONG_TABLE })
  const ends = Array.from({ length: clients }, () => finalFrame(`${url.replace('http', 'ws')}${PREFIX}/ws/${task_id}`))
  await Promise.all(ends.map(({ connected }) => connected))
  const start = performance.now()
  await fetch(`${url}${PREFIX}/task/${task_id}`, { method: 'DELETE' })
  const last = Math.max(...(await Promise.all(ends.map(({ end }) => end))))
  if (last < start) throw new Error('The task ended before all clients were connected: predict more rows')
  return last - start
}

function finalFrame(url: string): { readonly connected: Promise<void>; readonly end: Promise<number> } {
  const socket = new WebSocket(url)
  let last = 0
  socket.addEventListener('message', () => {
    last = performance.now()
  })
  const connected = new Promise<void>((resolve, reject) => {
    socket.addEventListener('message', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`No WebSocket at ${url}`)), { once: true })
  })
  return { connected, end: new Promise((resolve) => socket.addEventListener('close', () => resolve(last))) }
}
