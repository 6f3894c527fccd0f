import { ENDPOINTS, type Endpoint } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordOf } from '../storage/index.ts'
import { measurement, prediction, recommendation, taskWrite, testRun } from '../storage/testing/predictive-writes.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { type Ask, askLocally } from '../unified-database/ask.ts'

const now = '2026-11-22T07:00:00.000Z'
const NAME = 'openai/whisper-tiny'
const result = (n: number, changes: Partial<RecordOf<'results'>> = {}): RecordOf<'results'> => {
  const { model_family, sequence_length, precision, mode } = prediction(1)
  const when = { timestamp: now, started_at: now, completed_at: now, duration: 1 }
  const figures = { throughput: 100, latency: 10, memory_usage: 200, simulation_mode: 0, sync_id: null, error: null }
  const configuration = { model_name: NAME, model_family, sequence_length, precision, mode, batch_size: n, hardware: 'cpu', device_name: 'A' }
  return { result_id: `res-${n}`, run_id: `run-${n}`, ...configuration, ...when, status: 'completed', ...figures, metadata: {}, ...changes }
}

let down: string | undefined
let t: TestApp
beforeAll(async () => {
  const ask: Ask = (name, question) => {
    if (down !== undefined && name.startsWith(down)) throw new BenchcastError('unavailable', `The ${down} component does not answer.`)
    return askLocally(t.services)(name, question)
  }
  t = await openTestApp({}, { ask: async (name, question) => ask(name, question) })
  const records = {
    testRuns: [testRun(1, { model_name: NAME }), testRun(2, { model_name: NAME, status: 'failed' }), testRun(3)],
    results: [result(1), result(2, { throughput: null, latency: null, memory_usage: null, status: 'failed', error: 'no' })],
    predictions: [prediction(1, { model_name: NAME }), prediction(2)],
    measurements: [measurement(1, { model_name: NAME, throughput: null })],
    recommendations: [recommendation(1, { model_name: NAME })],
  }
  await t.services.store.writeTask(taskWrite(1, { records }))
})
afterAll(() => t.close())

const checked = (name: string, json: unknown) => expect((ENDPOINTS as unknown as Record<string, Endpoint>)[name]!.output.safeParse(json).error).toBeUndefined()

describe('GET /api/db/model/{model_name}', () => {
  it('gives what all components know of a model, its slash raw or encoded', async () => {
    const { status, json } = await t.get(`/api/db/model/${NAME}`)
    expect(status).toBe(200)
    checked('getModelData', json)
    expect((await t.get(`/api/db/model/${encodeURIComponent(NAME)}`)).json.overview).toEqual(json.overview)
    expect(json.overview).toEqual({
      total_test_runs: 2,
      total_generator_tasks: 0,
      total_benchmark_runs: 2,
      test_success_rate: 0.5,
      generator_success_rate: 0,
      benchmark_success_rate: 0.5,
      total_predictions: 1,
      total_measurements: 1,
    })
    expect(json.recent_benchmark_runs.map(({ throughput }: { throughput: number }) => throughput)).toEqual([100])
    expect(json.recent_predictions[0].throughput).toBe(100.5)
    expect(json.recent_test_runs.map(({ duration }: { duration: number }) => duration)).toEqual([3, 3])
  })

  it('gives empty lists for a model that nobody has heard of', async () => {
    const { status, json } = await t.get('/api/db/model/never-heard-of')
    expect([status, json.recent_predictions, json.overview.test_success_rate]).toEqual([200, [], 0])
  })

  it('names a component that is down, and tells what the others know', async () => {
    down = 'test'
    const { json } = await t.get(`/api/db/model/${NAME}`)
    const overview = await t.get('/api/db/overview')
    down = undefined
    checked('getModelData', json)
    checked('getDatabaseOverview', overview.json)
    expect([json.unavailable, json.recent_test_runs, json.overview.total_benchmark_runs]).toEqual([{ test: 'The test component does not answer.' }, [], 2])
    expect(overview.json.test_stats).toEqual({ error: 'The test component does not answer.' })
  })
})

describe('GET /api/db/overview', () => {
  it('counts what every component knows of every model', async () => {
    const { json } = await t.get('/api/db/overview')
    checked('getDatabaseOverview', json)
    expect(json.test_stats.map(({ model_name }: { model_name: string }) => model_name).toSorted()).toEqual(['bert', NAME])
    expect(json.predictive_stats.find(({ model_name }: { model_name: string }) => model_name === NAME)).toMatchObject({ total_predictions: 1, total_measurements: 1, total_recommendations: 1 })
  })
})

describe('POST /api/db/search', () => {
  it('finds a text in every component, ignoring case, with a number in every throughput and duration', async () => {
    const { status, json } = await t.send({ method: 'POST', url: '/api/db/search?query=WHISPER&limit=10' })
    expect(status).toBe(200)
    checked('searchDatabases', json)
    expect(json.result_counts).toEqual({ test: 2, generator: 0, benchmark: 2, predictive: 3, total: 7 })
    expect(json.benchmark_results.every(({ throughput, duration }: Record<string, unknown>) => typeof throughput === 'number' && typeof duration === 'number')).toBe(true)
    expect((await t.send({ method: 'POST', url: '/api/db/search?query=failed' })).json.result_counts).toMatchObject({ test: 1, benchmark: 1 })
  })

  it('refuses a search without a text', async () => {
    expect((await t.send({ method: 'POST', url: '/api/db/search' })).status).toBe(422)
    expect((await t.send({ method: 'POST', url: '/api/db/search?query=a&limit=0' })).status).toBe(422)
  })
})

describe('GET /api/db/model/{model_name}/analysis', () => {
  it('says in figures and sentences what the components know together', async () => {
    const series = [100, 101, 99, 100, 102, 98, 80, 81].map((throughput, n) => measurement(n + 10, { model_name: 'org/drifting', batch_size: 4, throughput, latency: null, memory_usage: null }))
    const compared = {
      model_name: 'org/drifting',
      model_family: 'embedding',
      hardware_platform: 'cuda',
      metric: 'throughput',
      predicted_value: 110,
      actual_value: 100,
      absolute_error: 10,
      relative_error: 0.1,
    }
    const errors = [1, 2].map((n) => ({ ...compared, error_id: `err-${n}`, timestamp: now, prediction_id: 'pred-1', measurement_id: `meas-${n}`, metadata: { interval: [90, n === 1 ? 120 : 95] } }))
    await t.services.store.writeTask(taskWrite(2, { records: { measurements: series, errors, testRuns: [testRun(9, { model_name: 'org/drifting' })] } }))
    const { status, json } = await t.get('/api/db/model/org/drifting/analysis')
    expect(status).toBe(200)
    checked('analyzeModel', json)
    expect(json.series[0]).toMatchObject({ figure: 'throughput', verdict: 'regression', latest: 81, baseline: expect.closeTo(100), runs: 6 })
    expect(json.prediction_errors).toEqual([{ metric: 'throughput', count: 2, bias: expect.closeTo(0.1), median_absolute_percentage_error: expect.closeTo(0.1), coverage: 0.5 }])
    expect(json.speed).toMatchObject([{ hardware_platform: 'cuda', throughput: 99, batch_size: 4, measurements: 8 }])
    expect(json.findings[0]).toMatch(/^throughput \(cuda, batch 4, length 128, fp32, inference\) became worse, in the two newest runs: 81 samples\/s, changed by 19 %; after 6 runs /)
    expect(json.findings).toContain('1 of 1 test runs completed (100 %).')
    expect((await t.get('/api/db/model/nobody/analysis')).json.findings).toEqual(['Nothing is stored of nobody.'])
  })
})
