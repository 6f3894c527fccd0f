import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BENCHMARK_PREFIX, ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { type SpawnedServer, spawnServer } from '../testing/spawn-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Json = any

const TINY = 'prajjwal1/bert-tiny'
const PYTHIA = 'EleutherAI/pythia-70m'
const SMALL_CNN = 'google/mobilenet_v2_1.0_224'
const SHORT = { max_seconds: 0.4 }
const ENDS_WITHIN_MS = 60_000

/** The client of the guide, as its examples use it. */
class Client {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async call(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly json: Json; readonly text: string }> {
    const response = await fetch(this.url + path, { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) })
    const text = await response.text()
    return { status: response.status, text, json: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined }
  }

  async get(path: string): Promise<Json> {
    return (await this.call('GET', path)).json
  }

  async start(body: object): Promise<string> {
    const { status, json } = await this.call('POST', `${BENCHMARK_PREFIX}/run`, body)
    expect(status).toBe(200)
    expect(ENDPOINTS.startSpeedBenchmark.output.safeParse(json).error).toBeUndefined()
    return json.run_id
  }

  status(id: string): Promise<Json> {
    return this.get(`${BENCHMARK_PREFIX}/status/${id}`)
  }

  async end(id: string): Promise<Json> {
    const giveUp = performance.now() + ENDS_WITHIN_MS
    for (;;) {
      const status = await this.status(id)
      if (['completed', 'failed'].includes(status.status) || performance.now() > giveUp) return status
      await sleep(20)
    }
  }

  /** POST with one-element lists, poll, and give the results, or the status of a run that failed. */
  async runBenchmark(body: object): Promise<Json> {
    const id = await this.start(body)
    const status = await this.end(id)
    return status.status === 'completed' ? this.get(`${BENCHMARK_PREFIX}/results/${id}`) : status
  }

  measurements(model?: string): Promise<Json> {
    return this.get(`${PREDICTIVE_PREFIX}/measurements?limit=100${model === undefined ? '' : `&model_name=${encodeURIComponent(model)}`}`)
  }
}

/** Processes that run models, of this server. */
function runners({ process: { pid } }: SpawnedServer): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = /^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]
        return Number(parent) === pid && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('runner/child.ts')
      } catch {
        return false
      }
    })
    .map(Number)
}

async function until(isSo: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const giveUp = performance.now() + withinMs
  while (performance.now() < giveUp) {
    if (await isSo()) return true
    await sleep(10)
  }
  return false
}

describe('The Benchmark API', () => {
  let folder: string
  let server: SpawnedServer
  let client: Client
  const begin = async () => {
    server = spawnServer(['--db', join(folder, 'test.duckdb')])
    client = new Client(await server.url)
  }
  const kill = async () => {
    server.process.kill('SIGKILL')
    await server.ended
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benchcast-speed-'))
    await begin()
  })
  afterAll(async () => {
    await kill()
    await rm(folder, { recursive: true, force: true })
  })

  it('measures what the guide asks for, follows it on the WebSocket, answers /health meanwhile, and teaches the predictor exactly once', async () => {
    const id = await client.start({ models: [TINY], hardware: ['cpu'], batch_sizes: [8], ...SHORT })
    const frames: Json[] = []
    const socket = new WebSocket(`${client.url.replace('http', 'ws')}${BENCHMARK_PREFIX}/ws/${id}`)
    socket.on('message', (data) => frames.push(JSON.parse((data as Buffer).toString())))
    const closeCode = new Promise((resolve) => socket.on('close', resolve))
    const healthMs: number[] = []
    while (!['completed', 'failed'].includes(frames.at(-1)?.status)) {
      const begun = performance.now()
      await client.get('/health')
      healthMs.push(performance.now() - begun)
      await sleep(10)
    }
    expect(await closeCode).toBe(1000)
    for (const frame of frames) expect(ENDPOINTS.getSpeedBenchmarkStatus.output.safeParse(frame).error).toBeUndefined()
    const steps = frames.map(({ current_step }) => current_step)
    expect(steps.some((step) => step.startsWith('prajjwal1/bert-tiny on cpu at batch size 8 (1 of 1): measuring'))).toBe(true)
    expect(frames.map(({ progress }) => progress)).toEqual(frames.map(({ progress }) => progress).toSorted((a, b) => a - b))
    expect(frames.at(-1)).toMatchObject({ run_id: id, status: 'completed', progress: 1, completed_models: 1, total_models: 1, estimated_remaining_time: null })
    const sorted = healthMs.toSorted((a, b) => a - b)
    console.info(`${sorted.length} times /health during a benchmark: median ${sorted[sorted.length >> 1]!.toFixed(1)} ms, longest ${sorted.at(-1)!.toFixed(1)} ms`)
    expect(sorted[Math.floor(0.9 * sorted.length)]).toBeLessThan(100)

    const results = await client.get(`${BENCHMARK_PREFIX}/results/${id}`)
    expect(ENDPOINTS.getSpeedBenchmarkResults.output.safeParse(results).error).toBeUndefined()
    const { throughput, latency, memory_usage } = results.result.metrics
    const [batch] = results.results[TINY].cpu.batches
    expect(results.results[TINY].cpu.metrics).toEqual({ throughput_items_per_second: throughput, average_latency_ms: latency, memory_peak_mb: memory_usage })
    expect(throughput).toBeCloseTo((8 * batch.statistics.runs) / batch.statistics.window_seconds, 6)
    expect([latency, batch.statistics.p50_ms, memory_usage]).toEqual([batch.statistics.p50_ms, latency, batch.statistics.memory_peak_mb])
    expect(memory_usage).toBeGreaterThan(20)

    const { total, measurements } = await client.measurements()
    expect(total).toBe(1)
    expect(measurements[0]).toMatchObject({ measurement_id: batch.measurement_id, model_name: TINY, batch_size: 8, throughput, latency, memory_usage, measurement_source: 'benchmark' })
    expect(measurements[0].metadata.benchmark).toMatchObject({ statistics: batch.statistics, samples: { count: batch.statistics.runs }, machine: { runtime: expect.stringContaining('onnxruntime') } })
    expect(measurements[0].prediction_id).toBe(batch.prediction.prediction_id)
    const analysis = await client.call('POST', `${PREDICTIVE_PREFIX}/analyze-predictions?wait=60`, { model_name: TINY })
    expect(analysis.json.result.overall).toMatchObject({ count: 3 })
    const provenance = async () => {
      const { json } = await client.call('POST', `${PREDICTIVE_PREFIX}/predict-performance?wait=60`, { model_name: TINY, hardware: 'cpu', batch_size: 8 })
      return json.result.predictions.cpu.provenance
    }
    expect(await until(async () => (await provenance()) === 'measured', ENDS_WITHIN_MS)).toBe(true)
  })

  it('does not measure again what it has measured, unless it is told to', async () => {
    const again = { model_name: TINY, hardware: 'cpu', batch_size: 8, ...SHORT }
    const reused = await client.runBenchmark(again)
    expect(reused.results[TINY].cpu.batches[0]).toMatchObject({ reused: true, status: 'completed' })
    expect(reused.warnings).toEqual([expect.stringContaining('1 configuration of 1 had been measured before')])
    expect((await client.measurements()).total).toBe(1)
    const anew = await client.runBenchmark({ ...again, incremental: false })
    expect(anew.results[TINY].cpu.batches[0]).toMatchObject({ reused: false })
    expect((await client.measurements()).total).toBe(2)
    expect(await client.get(`${BENCHMARK_PREFIX}/query?model=${encodeURIComponent(TINY)}&hardware=cpu&batch_size=8`)).toHaveLength(2)
  })

  it('measures a decode step of a language model once, beside the prediction of a decode step', async () => {
    const { results } = await client.runBenchmark({ model_name: PYTHIA, batch_size: 2, ...SHORT, phase: 'decode', sequence_length: 16 })
    const [batch] = results[PYTHIA].cpu.batches
    expect(batch).toMatchObject({ status: 'completed', measurement_id: expect.any(String), prediction: { prediction_id: expect.any(String) } })
    expect(batch.throughput_items_per_second).toBeCloseTo((2 * batch.statistics.runs) / batch.statistics.window_seconds, 6)
    const { total, measurements } = await client.measurements(PYTHIA)
    expect([total, measurements[0]]).toMatchObject([1, { measurement_id: batch.measurement_id, phase: 'decode', throughput: batch.throughput_items_per_second }])
  })

  it.each([
    [{ models: ['nobody/knows-this'] }, /layers of "nobody\/knows-this" are not known/],
    [{ hardware: ['webnn'] }, /This machine cannot measure on webnn\./],
    [{ precision: 'bf16' }, /cannot be run in bf16 here: ask for fp32, fp16, int8, int4/],
    [{ mode: 'training' }, /Training steps cannot be measured here: ONNX Runtime for Node/],
    [{ phase: 'decode' }, /It has no decode step/],
    [{ sequence_length: 4096 }, /reads at most 512 tokens/],
    [{ batch_sizes: [1_048_576] }, /needs about \d+.* GB of memory/],
  ])('refuses %j with the reason', async (changes, reason) => {
    const id = await client.start({ models: [TINY], batch_sizes: [1], ...SHORT, ...changes })
    const status = await client.end(id)
    expect(status).toMatchObject({ status: 'failed', error: expect.stringMatching(reason), completed_models: 0 })
    const results = await client.call('GET', `${BENCHMARK_PREFIX}/results/${id}`)
    expect([results.status, results.json.code]).toEqual([400, 'run_not_completed'])
    expect(results.json.detail).toMatch(reason)
  })

  it('measures what it can, and says of the rest why it could not', async () => {
    const models = ['nobody/knows-this', TINY, SMALL_CNN]
    const results = await client.runBenchmark({ models, hardware: ['cpu', 'webnn'], batch_sizes: [2], image_size: 64, skillset_dir: 'skills', ...SHORT })
    expect(results.result).toMatchObject({ model_name: TINY, hardware: 'cpu', batch_size: 2 })
    expect(results.results['nobody/knows-this'].cpu.metrics).toEqual({ throughput_items_per_second: null, average_latency_ms: null, memory_peak_mb: null })
    expect(results.results[SMALL_CNN].cpu.batches[0]).toMatchObject({ status: 'completed', prediction: { prediction_id: expect.any(String) }, measurement_id: expect.any(String) })
    expect(results.warnings).toHaveLength(5)
    const { run_id } = results
    expect((await client.get(`${BENCHMARK_PREFIX}/reports`))[0]).toEqual({ run_id, status: 'completed', reports: ['results.json', 'report.md', 'results.csv'], path: `reports/${run_id}` })
    const report = (file: string) => client.call('GET', `${BENCHMARK_PREFIX}/reports/${run_id}/${file}`)
    expect((await report('results.json')).json).toEqual(results)
    expect((await report('report.md')).text).toContain('| prajjwal1/bert-tiny | cpu | 2 |')
    expect((await report('results.csv')).text.split('\r\n')).toHaveLength(8)
    expect((await report('other.txt')).status).toBe(422)
  })

  it('ends the process of the model at once when a run is cancelled, and goes on with the next', async () => {
    const id = await client.start({ models: ['microsoft/resnet-50'], batch_sizes: [4], profile: 'thorough' })
    const isMeasuring = await until(async () => runners(server).length > 0 && /measuring|warming|first/.test((await client.status(id)).current_step), ENDS_WITHIN_MS)
    expect(isMeasuring).toBe(true)
    const waiting = await client.start({ models: [TINY], batch_sizes: [4], ...SHORT })
    expect((await client.status(waiting)).status).toBe('initializing')
    const begun = performance.now()
    const cancelled = await client.call('DELETE', `${BENCHMARK_PREFIX}/run/${id}`)
    expect(cancelled.json).toMatchObject({ status: 'failed', error: expect.stringContaining('cancelled'), completed_models: 0 })
    const gone = runners(server)
    expect(await until(() => !runners(server).some((pid) => gone.includes(pid)), 10_000)).toBe(true)
    console.info(`A cancelled run: its process was gone ${(performance.now() - begun).toFixed(0)} ms after the request`)
    expect(await client.status(id)).toMatchObject({ status: 'failed', elapsed_time: cancelled.json.elapsed_time })
    expect((await client.call('DELETE', `${BENCHMARK_PREFIX}/run/${id}`)).json.status).toBe('failed')
    expect((await client.end(waiting)).status).toBe('completed')
  })

  it('knows its runs, and no others', async () => {
    for (const [method, path] of [
      ['GET', 'status/none'],
      ['GET', 'results/none'],
      ['DELETE', 'run/none'],
      ['GET', 'reports/none/report.md'],
    ] as const) {
      expect((await client.call(method, `${BENCHMARK_PREFIX}/${path}`)).json).toMatchObject({ status: 404, code: 'run_not_found' })
    }
    const socket = new WebSocket(`${client.url.replace('http', 'ws')}${BENCHMARK_PREFIX}/ws/none`)
    const frames: Json[] = []
    socket.on('message', (data) => frames.push(JSON.parse((data as Buffer).toString())))
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(4404)
    expect(frames).toEqual([{ error: 'Benchmark run none not found' }])
  })

  it('lists what can be measured, and on what', async () => {
    const [models, hardware] = await Promise.all([client.get(`${BENCHMARK_PREFIX}/models`), client.get(`${BENCHMARK_PREFIX}/hardware`)])
    expect(models).toContainEqual({ name: TINY, family: 'embedding', type: 'bert', modality: 'text' })
    expect(hardware).toContainEqual({ name: 'cpu', device: expect.any(String), memory_gb: expect.any(Number), simulation_mode: false })
  })

  it('gives the first answer again for the same Idempotency-Key', async () => {
    const send = async () => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'one-benchmark' }
      return (await fetch(`${client.url}${BENCHMARK_PREFIX}/run`, { method: 'POST', headers, body: JSON.stringify({ models: [TINY], batch_sizes: [2], ...SHORT }) })).json()
    }
    const first = (await send()) as Json
    await client.end(first.run_id)
    expect(await send()).toEqual(first)
  })

  it('goes on with a run after the server was killed, and measures nothing twice', async () => {
    const before = (await client.measurements()).total
    const id = await client.start({ models: [TINY], batch_sizes: [16, 32], max_seconds: 2 })
    expect(await until(async () => (await client.measurements()).total > before, ENDS_WITHIN_MS)).toBe(true)
    const [first] = (await client.measurements()).measurements
    await kill()
    await begin()
    expect((await client.end(id)).status).toBe('completed')
    const { batches } = (await client.get(`${BENCHMARK_PREFIX}/results/${id}`)).results[TINY].cpu
    const { total, measurements } = await client.measurements()
    expect(total).toBe(before + 2)
    expect(batches[0].measurement_id).toBe(first.measurement_id)
    expect(batches[1].measurement_id).toBe(measurements[0].measurement_id)
  })
})
