import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SpawnedServer, spawnServer } from '../../../apps/server/src/testing/spawn-server.ts'
import {
  type APIError,
  ApiClient,
  AuthenticationError,
  BadRequestError,
  Benchcast,
  BenchmarkApiClient,
  HardwarePlatform,
  ModelPerformanceClient,
  NotFoundError,
  PermissionDeniedError,
  PredictivePerformanceClient,
  type Task,
  TaskFailedError,
  UserAbortError,
  WaitTimeoutError,
} from './index.ts'

const [READER, OWNER] = ['sdk-reader-8Qm2x-71Za', 'sdk-owner-4Rt9v-52Kd']
const TINY = 'prajjwal1/bert-tiny'
const EVALUATION = {
  benchmark_name: 'Credit Risk Model Comparison',
  dataset_id: 'credit-risk-dataset-1',
  task_type: 'classification',
  model_predictions: { 'model-1': [0, 1, 0, 1, 0], 'model-2': [0, 1, 1, 1, 0] },
  ground_truth: [0, 1, 0, 1, 0],
} as const

let folder: string
let server: SpawnedServer
let baseUrl: string
let client: Benchcast
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'benchcast-sdk-'))
  server = spawnServer(['--db', join(folder, 'test.duckdb')], { UNIFIED_API_KEYS: `reader:${READER}@db:read,owner:${OWNER}@admin` })
  baseUrl = await server.url
  client = new Benchcast({ baseUrl, apiKey: null, logLevel: 'off' })
})
afterAll(async () => {
  server.process.kill('SIGKILL')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
})

const failure = (promise: PromiseLike<unknown>): Promise<APIError> =>
  Promise.resolve(promise).then(
    () => expect.fail('It should have failed.'),
    (error: APIError) => error,
  )

describe('Evaluating', () => {
  it('two models gives a run that can be read, listed and reported in every format', async () => {
    const run = await client.evaluate.run(EVALUATION)
    expect(run.comparison_results.best_models).toMatchObject({ accuracy: 'model-1' })
    expect((await client.evaluate.get(run.run_id)).run.metrics).toEqual(run.metrics)
    expect((await client.evaluate.report(run.run_id)).report.benchmark_id).toBe(run.run_id)
    expect(await client.evaluate.report(run.run_id, { format: 'markdown' })).toMatch(/^# Credit Risk Model Comparison/)
    expect((await client.evaluate.report(run.run_id, { format: 'csv' })).split('\n')[0]).toContain('model_id')
    expect(await client.evaluate.compare({ model_ids: ['model-1', 'model-2'] })).toMatchObject({ best_model: { accuracy: 'model-1' } })
  })

  it('again and again gives a list in pages and a history', async () => {
    for (let i = 0; i < 4; i++) await client.evaluate.run({ ...EVALUATION, dataset_id: 'paged' })
    const ids: string[] = []
    for await (const { run_id } of client.evaluate.list({ dataset_id: 'paged', limit: 3 })) ids.push(run_id)
    expect(new Set(ids).size).toBe(4)
    expect((await client.evaluate.list({ dataset_id: 'paged', limit: 3 })).runs).toHaveLength(3)
    expect((await client.evaluate.history('model-1', { limit: 2 })).history).toHaveLength(2)
  })

  it('what cannot be evaluated is an error that names the place', async () => {
    const error = await failure(client.evaluate.run({ ...EVALUATION, ground_truth: [0, 1] }))
    expect(error).toBeInstanceOf(BadRequestError)
    expect(error).toMatchObject({ status: 400, code: 'length_mismatch', message: expect.stringContaining('model-1'), requestId: expect.stringMatching(/^req-/) })
  })
})

describe('A task', () => {
  it('is waited for on the WebSocket and by asking, and its result is the same', async () => {
    const progress: number[] = []
    const started = await client.predict.hardware({ model_name: 'bert-base-uncased', available_hardware: ['cpu', 'cuda'], predict_performance: true })
    const heard = await client.tasks.wait(started, { onProgress: (state) => progress.push(state.progress) })
    const asked = await client.withOptions({ WebSocket: null }).tasks.wait<typeof started>(started)
    expect(heard).toEqual(asked)
    expect(heard.result.primary_recommendation).toMatch(/^(cpu|cuda)$/)
    expect(progress.at(-1)).toBe(1)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  })

  it('can be waited for by the server', async () => {
    const { status, result } = await client.predict.performance({ model_name: 'bert-base-uncased', hardware: ['cpu', 'cuda'], wait: 60 })
    expect([status, Object.keys(result!.predictions)]).toEqual(['completed', ['cpu', 'cuda']])
  })

  it('can be watched, state after state', async () => {
    const states: Task[] = []
    for await (const state of client.tasks.watch(client.measurements.generateSamples({ num_models: 2 }))) states.push(state)
    expect(states.at(-1)).toMatchObject({ status: 'completed', progress: 1 })
  })

  it('that fails is thrown with its last state', async () => {
    const error = await failure(client.tasks.wait(client.measurements.record({ model_name: 'm', hardware_platform: 'cpu', throughput: 1, prediction_id: 'pred-nothing' })))
    expect(error).toBeInstanceOf(TaskFailedError)
    expect(error).toMatchObject({ message: expect.stringContaining('pred-nothing'), state: { status: 'failed' } })
  })

  it.each([
    ['followed', {}],
    ['asked for', { WebSocket: null }],
  ] as const)('nobody knows is not found when it is %s', async (_, options) => {
    expect(await failure(client.withOptions(options).tasks.wait('hardware-nothing'))).toBeInstanceOf(NotFoundError)
  })

  it('goes on when it is not waited for any longer', async () => {
    const { run_id } = await client.tests.start({ model_name: TINY, test_type: 'comprehensive' })
    const late = await failure(client.tests.wait(run_id, { timeoutMs: 1 }))
    expect(late).toBeInstanceOf(WaitTimeoutError)
    expect(late).toMatchObject({ id: run_id, message: expect.stringContaining('It goes on') })
    expect(await failure(client.tests.wait(run_id, { signal: AbortSignal.timeout(1) }))).toBeInstanceOf(UserAbortError)
    await client.tests.cancel(run_id)
    expect(await failure(client.tests.wait(run_id))).toMatchObject({ name: 'TaskFailedError', state: { status: 'cancelled' } })
  })
})

describe('The database', () => {
  it('is closed without a key, and with one for reading nothing can be deleted', async () => {
    expect(await failure(client.database.overview())).toBeInstanceOf(AuthenticationError)
    const reader = client.withOptions({ apiKey: READER })
    expect((await reader.database.overview()).predictive_stats).toBeInstanceOf(Array)
    expect(await failure(reader.keys.list())).toBeInstanceOf(PermissionDeniedError)
  })

  it('gives rows page after page, and as a file', async () => {
    const reader = client.withOptions({ apiKey: READER })
    for (const throughput of [10, 20, 30]) await client.measurements.record({ model_name: 'paged-bert', hardware_platform: 'cpu', throughput, wait: 60 })
    const rows: (number | null)[] = []
    for await (const row of reader.database.measurements.list({ model_name: 'paged-bert', limit: 2 })) rows.push(row.throughput)
    expect(rows).toEqual([30, 20, 10])
    const file = await reader.database.measurements.download({ model_name: 'paged-bert', format: 'ndjson' })
    expect((await file.text()).trim().split('\n')).toHaveLength(3)
  })

  it('is administered by an owner: a key is made, replaced, revoked and audited', async () => {
    const owner = client.withOptions({ apiKey: OWNER })
    const made = await owner.keys.create({ name: 'of a test', scopes: ['db:read'] })
    expect((await owner.withOptions({ apiKey: made.key }).database.search({ query: 'bert' })).query).toBe('bert')
    await owner.keys.revoke(made.key_id)
    expect(await failure(owner.withOptions({ apiKey: made.key }).database.overview())).toBeInstanceOf(AuthenticationError)
    const actions = await owner.audit.list({ key_id: made.key_id }).toArray({ limit: 50 })
    expect(actions.length).toBeGreaterThan(0)
  })
})

describe('Under its original names', () => {
  it('a recommendation leads to a measurement, and both are listed', async () => {
    const predictive = new PredictivePerformanceClient(baseUrl)
    const states: string[] = []
    const answer = await predictive.predictHardware({
      modelName: 'bert-base-uncased',
      batchSize: 8,
      availableHardware: [HardwarePlatform.CPU, HardwarePlatform.CUDA],
      predictPerformance: true,
      wait: true,
      onProgress: ({ status }) => states.push(status),
    })
    expect(answer).toMatchObject({ status: 'completed', result: { primary_recommendation: expect.stringMatching(/^(cpu|cuda)$/) } })
    expect(states.at(-1)).toBe('completed')
    expect(
      await predictive.recordMeasurement({ modelName: 'bert-base-uncased', hardwarePlatform: 'cuda', batchSize: 8, throughput: 120.5, latency: 8.3, memoryUsage: 1024, wait: true }),
    ).toMatchObject({
      status: 'completed',
      result: { measurement_id: expect.stringMatching(/^meas-/) },
    })
    expect(await predictive.listRecommendations({ limit: 5 })).toMatchObject({ count: expect.any(Number) })
    expect(await predictive.listMeasurements({ modelName: 'bert-base-uncased' })).toMatchObject({
      measurements: expect.arrayContaining([expect.objectContaining({ throughput: 120.5, hardware_platform: 'cuda' })]),
    })
    await predictive.close()
  })

  it('a fault is an answer, and so is a task that takes too long', async () => {
    const predictive = new PredictivePerformanceClient({ baseUrl, logLevel: 'off', maxRetries: 0 })
    expect(await predictive.predictPerformance({ modelName: '', hardware: 'cpu' })).toMatchObject({ error: expect.any(String), status_code: 422, code: 'validation_failed' })
    expect(await predictive.getTaskStatus('nothing')).toMatchObject({ error: 'Task not found', status_code: 404 })
    const started = await predictive.predictHardware({ modelName: 'gpt2' })
    if (!('status' in started)) expect.fail('It should have started.')
    expect(await predictive.waitForTask(started.task_id)).toMatchObject({ status: 'completed', task_id: started.task_id })
    const nowhere = new PredictivePerformanceClient({ baseUrl: 'http://127.0.0.1:9', logLevel: 'off', maxRetries: 0 })
    expect(await nowhere.listPredictions()).toMatchObject({ error: expect.stringContaining('got no answer'), status_code: 0 })
  })

  it('a benchmark gives the metrics of its one configuration, and is listed', async () => {
    const benchmark = new BenchmarkApiClient(baseUrl)
    const progress: number[] = []
    const onProgress = (status: { readonly progress: number }) => progress.push(status.progress)
    const answer = await benchmark.runBenchmark({ modelName: TINY, hardware: 'cpu', batchSize: 1, profile: 'quick', maxSeconds: 1, wait: true, onProgress })
    expect(new Set(progress).size).toBeGreaterThan(2)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(answer).toMatchObject({ status: 'completed', result: { metrics: { throughput: expect.any(Number), latency: expect.any(Number), memory_usage: expect.any(Number) } } })
    expect((await benchmark.queryResults({ model: TINY, batchSize: 1 }))[0]).toMatchObject({ model_name: TINY })
    expect(await benchmark.getStatus('nothing')).toMatchObject({ status_code: 404 })
    expect((await benchmark.listHardware()).map(({ name }) => name)).toContain('cpu')
  })

  it('a test is run, monitored and followed, and stops when it is cancelled', async () => {
    const tests = new ApiClient(baseUrl)
    const { run_id } = await tests.runTest({ modelName: TINY, hardware: 'cpu' })
    expect(await tests.monitorTest(run_id, { timeout: 60 })).toMatchObject({ run_id, status: 'completed', results: { tests_failed: 0 } })
    const second = await tests.runTest({ modelName: TINY, testType: 'comprehensive' })
    await tests.connectWebsocket(second.run_id)
    await tests.cancelTest(second.run_id)
    const statuses: string[] = []
    for await (const { status } of tests.receiveUpdates()) statuses.push(status)
    expect(statuses.at(-1)).toBe('cancelled')
    await tests.closeWebsocket()
    expect(await tests.monitorTestWs(second.run_id)).toMatchObject({ status: 'cancelled' })
    await expect(tests.getTestStatus('nothing')).rejects.toBeInstanceOf(NotFoundError)
  })

  it('models are evaluated, and faults are thrown', async () => {
    const quality = new ModelPerformanceClient(baseUrl)
    const { run_id } = await quality.runBenchmark({
      benchmarkName: 'b',
      datasetId: 'd',
      taskType: 'classification',
      modelPredictions: EVALUATION.model_predictions,
      groundTruth: EVALUATION.ground_truth,
    })
    expect((await quality.benchmarkRuns({ limit: 1 })).runs[0]).toMatchObject({ run_id })
    expect((await quality.report(run_id)).report.recommendations.length).toBeGreaterThan(0)
    expect((await quality.performanceHistory('model-2')).total_records).toBeGreaterThan(0)
    expect((await quality.performanceMetrics()).metrics.length).toBeGreaterThan(17)
    await expect(quality.report('nothing')).rejects.toBeInstanceOf(NotFoundError)
  })
})
