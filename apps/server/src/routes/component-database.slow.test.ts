import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENDPOINTS, type Endpoint } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prediction, taskWrite, testRun } from '../storage/testing/predictive-writes.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

const COMPONENTS = [
  ['test', 'run'],
  ['generator', 'task'],
  ['benchmark', 'run'],
] as const
type Component = (typeof COMPONENTS)[number][0]

const now = new Date().toISOString()
const when = { timestamp: now, started_at: now, completed_at: now }
const { run_id: _, test_type, tests_passed, tests_failed, tests_skipped, artifact_count, ...RUN } = { ...testRun(0), ...when }

const test = (n: number, changes = {}) => ({ ...testRun(n, { ...when, metadata: { performance_metrics: { cpu: { latency_ms: n, throughput_items_per_sec: 10, memory_mb: 100 } } } }), ...changes })
const task = (n: number, changes = {}) => ({
  ...RUN,
  task_id: `task-${n}`,
  architecture: 'bert',
  template_type: 'onnxruntime_python',
  output_file: `test_${n}.py`,
  batch_id: 'batch-generator',
  config: { model_name: 'bert', folder: '/secret' },
  ...changes,
})
const { step_count: _1, metric_count: _2, ...BENCHMARK } = RUN
const benchmark = (n: number) => ({ ...BENCHMARK, run_id: `run-${n}`, total_models: 1, completed_models: 1, config: { models: ['bert'], hardware: ['cpu'] } })
const result = (n: number, run: number, changes = {}) => {
  const { model_name, model_family, sequence_length, precision, mode } = prediction(1)
  const figures = { throughput: 100, latency: 10, memory_usage: 200, simulation_mode: 0, sync_id: null, error: null }
  return {
    result_id: `res-${n}`,
    run_id: `run-${run}`,
    model_name,
    model_family,
    sequence_length,
    precision,
    mode,
    batch_size: n,
    hardware: 'cpu',
    device_name: 'A',
    status: 'completed',
    ...when,
    duration: 1,
    ...figures,
    metadata: {},
    ...changes,
  }
}
const batch = (component: Component, run_ids: readonly string[]) => ({ batch_id: `batch-${component}`, timestamp: now, component, run_ids, metadata: {} })

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
  const records = {
    testRuns: [test(1), test(2, { status: 'failed', error: 'Out of 50% MEMORY', test_type: 'comprehensive' }), test(3, { model_name: 'vit', hardware: ['cpu', 'cuda'], batch_id: 'batch-test' })],
    generatorTasks: [task(1), task(2, { status: 'failed', error: 'The file exists.' }), task(3, { model_name: '=vit', batch_id: null })],
    benchmarkRuns: [benchmark(1), benchmark(2)],
    results: [
      result(1, 1),
      result(2, 1, { latency: 30 }),
      result(3, 2, { model_name: 'vit', hardware: 'cuda' }),
      result(4, 2, { status: 'failed', throughput: null, latency: null, memory_usage: null, error: 'no' }),
    ],
    batches: [batch('test', ['run-3']), batch('generator', ['task-1', 'task-2']), batch('benchmark', ['run-1', 'run-2'])],
  }
  await t.services.store.writeTask(taskWrite(1, { records: records as never }))
})
afterAll(() => t.close())

/** The answer of an operation, checked against its schema. */
async function answer(component: Component, operation: string, path: string, body?: object) {
  const endpoint = (ENDPOINTS as unknown as Record<string, Endpoint>)[`${component}Database${operation}`]!
  const { status, json } = await (body === undefined ? t.send({ method: endpoint.method, url: `/api/${component}/db/${path}` }) : t.post(`/api/${component}/db/${path}`, body))
  expect([status, status === 200 ? endpoint.output.safeParse(json).error : json.detail]).toEqual([200, undefined])
  return json
}
const get = (component: Component, operation: string, path: string) => answer(component, operation, path)

describe('The database of a component', () => {
  it('lists rows with filters, newest first, also at the unified path', async () => {
    const runs = await get('test', 'List', 'runs')
    expect(runs.map(({ run_id }: { run_id: string }) => run_id)).toEqual(['run-3', 'run-2', 'run-1'])
    expect(Object.keys(runs[0])).toHaveLength(16)
    expect((await t.get('/api/db/test/runs')).json).toEqual(runs)
    for (const [component, path, count] of [
      ['test', 'runs?status=failed', 1],
      ['test', 'runs?test_type=comprehensive&model_name=bert', 1],
      ['test', 'runs?status=nonsense', 0],
      ['test', 'runs?limit=2', 2],
      ['generator', 'tasks?batch_id=batch-generator', 2],
      ['generator', 'tasks?status=error', 1],
      ['benchmark', 'runs', 4],
      ['benchmark', 'runs?hardware=cuda', 1],
      ['benchmark', 'runs?batch_size=2', 1],
    ] as const)
      expect(await get(component, 'List', path), path).toHaveLength(count)
  })

  it('counts by model and by platform', async () => {
    expect(await get('test', 'ModelStats', 'models/stats')).toMatchObject(
      [
        { model_name: 'vit', total_runs: 1 },
        { model_name: 'bert', total_runs: 2, completed_runs: 1, failed_runs: 1, cancelled_runs: 0, avg_duration: 3 },
      ].toSorted((a, b) => (a.model_name < b.model_name ? -1 : 1)),
    )
    expect((await get('test', 'HardwareStats', 'hardware/stats')).find(({ hardware }: { hardware: string }) => hardware === 'cpu')).toMatchObject({ total_runs: 3 })
    expect((await get('generator', 'ModelStats', 'models/stats'))[0]).toMatchObject({ total_tasks: expect.any(Number), running_tasks: 0 })
    expect((await get('benchmark', 'HardwareStats', 'hardware/stats')).find(({ hardware }: { hardware: string }) => hardware === 'cuda')).toMatchObject({ total_runs: 1 })
  })

  it('gives one whole, without the folders of the server', async () => {
    expect(await get('test', 'One', 'run/run-2')).toMatchObject({ run_id: 'run-2', error: 'Out of 50% MEMORY' })
    expect((await get('generator', 'One', 'task/task-1')).config).toEqual({ model_name: 'bert' })
    expect((await get('benchmark', 'One', 'run/run-1')).results.map(({ batch_size }: { batch_size: number }) => batch_size)).toEqual([2, 1])
  })

  it('tells of batches', async () => {
    expect(await get('generator', 'Batches', 'batches')).toMatchObject([
      { batch_id: 'batch-generator', status: 'error', total_tasks: 2, completed_tasks: 1, failed_tasks: 1, task_ids: ['task-1', 'task-2'] },
    ])
    expect(await get('generator', 'Batches', 'batches?status=completed')).toEqual([])
    expect(await get('test', 'Batch', 'batch/batch-test')).toMatchObject({ status: 'completed', runs: [{ run_id: 'run-3' }] })
    // Of a benchmark a row is a configuration.
    const [benchmarks] = await get('benchmark', 'Batches', 'batches')
    expect(benchmarks).toMatchObject({ batch_id: 'batch-benchmark', status: 'failed', run_ids: ['run-1', 'run-2'], total_runs: 4, completed_runs: 3, failed_runs: 1 })
    expect((await get('benchmark', 'Batch', 'batch/batch-benchmark')).runs).toHaveLength(4)
  })

  it.each(COMPONENTS)('of %s says what went on in the last days', async (component, noun) => {
    const performance = await get(component, 'Performance', 'performance?days=7')
    expect(performance.daily_stats).toHaveLength(1)
    expect([performance.model_stats.length, performance[`latest_${noun}s`].length > 2]).toEqual([2, true])
    if (component === 'benchmark')
      expect(performance.performance_metrics).toContainEqual({ model_name: 'bert', hardware: 'cpu', measurements: 2, latency_ms: 20, throughput_items_per_sec: 100, memory_mb: 200 })
    expect((await get(component, 'Performance', 'performance?model_name=nobody')).model_stats).toEqual([])
  })

  it('searches every text, ignoring case, and takes signs as they are', async () => {
    const found = async (query: string) => (await answer('test', 'Search', 'search', { query })).map(({ run_id }: { run_id: string }) => run_id)
    expect([await found('50% memory'), await found('CUDA'), await found('_'), await found("' OR 1=1")]).toEqual([['run-2'], ['run-3'], [], []])
    expect(await answer('benchmark', 'Search', 'search', { query: 'cuda', limit: 1 })).toHaveLength(1)
    expect(await answer('generator', 'Search', 'search', { query: 'onnxruntime' })).toHaveLength(3)
  })

  it.each(COMPONENTS)('of %s is exported to a file of the export folder, by the ending of its name', async (component, noun) => {
    const read = async (filename: string, body = {}) => {
      const { task_id } = await answer(component, 'Export', 'export', { filename, ...body })
      expect((await t.get(`/api/predictive-performance/task/${task_id}?wait=60`)).json).toMatchObject({ status: 'completed', result: { file: join('exports', component, filename) } })
      return readFile(join(t.resultsFolder, 'exports', component, filename), 'utf8')
    }
    const whole = JSON.parse(await read('all.json'))
    expect(Object.keys(whole)).toEqual(['component', 'exported_at', `${noun}s`, 'metrics', 'batches'])
    expect(whole[`${noun}s`].length).toBe((await get(component, 'List', `${noun}s`)).length)
    expect(Object.keys(JSON.parse(await read('all.json', { [`include_${noun}s`]: false, include_batches: false })))).toEqual(['component', 'exported_at', 'metrics'])
    const rows = (await t.get(`/api/${component}/db/${noun}s?limit=1000`)).json.length
    expect((await read('rows.ndjson')).split('\n')).toHaveLength(rows + 1)
    expect((await read('rows.parquet')).slice(0, 4)).toBe('PAR1')
    const lines = (await read('rows.csv')).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + whole[`${noun}s`].length)
    if (component === 'generator') expect(lines[1]).toContain("'=vit")
  })

  it('writes nothing outside the export folder', async () => {
    await mkdir(join(t.resultsFolder), { recursive: true })
    await writeFile(join(t.resultsFolder, 'kept.json'), 'kept')
    for (const filename of ['../kept.json', '/kept.json', 'a/b.json', '.json', 'x.txt', 'x.json\0.csv', '..\\kept.json', `${'x'.repeat(200)}.csv`])
      expect([400, 422], filename).toContain((await t.post('/api/test/db/export', { filename })).status)
    expect(await readFile(join(t.resultsFolder, 'kept.json'), 'utf8')).toBe('kept')
  })

  it('deletes one with what belongs to it, and batches with or without their runs', async () => {
    expect(await get('test', 'DeleteOne', 'run/run-1')).toMatchObject({ status: 'success', message: expect.stringContaining('run-1') })
    expect((await t.get('/api/test/db/run/run-1')).status).toBe(404)
    await get('benchmark', 'DeleteOne', 'run/run-1')
    expect(await get('benchmark', 'List', 'runs')).toHaveLength(2)
    expect(await get('benchmark', 'DeleteBatch', 'batch/batch-benchmark?delete_runs=true')).toMatchObject({ message: expect.stringContaining('with 1 run') })
    expect(await get('benchmark', 'List', 'runs')).toEqual([])
    expect((await t.get('/api/benchmark/db/run/run-2')).status).toBe(404)
    await get('test', 'DeleteBatch', 'batch/batch-test')
    expect(await get('test', 'List', 'runs?model_name=vit')).toHaveLength(1)
    await get('generator', 'DeleteBatch', 'batch/batch-generator?delete_tasks=True')
    expect((await get('generator', 'List', 'tasks')).map(({ task_id }: { task_id: string }) => task_id)).toEqual(['task-3'])
  })

  it('makes a batch of tests that are asked for together, and of a benchmark of several models', async () => {
    const model_names = ['prajjwal1/bert-tiny', 'nobody/knows-this']
    const asked = { method: 'POST', url: '/api/test/batch', headers: { 'content-type': 'application/json', 'idempotency-key': 'tests' }, payload: JSON.stringify({ model_names }) } as const
    const { json } = await t.send(asked)
    expect(ENDPOINTS.startModelTests.output.safeParse(json).error).toBeUndefined()
    expect((await t.send(asked)).json).toEqual(json)
    expect(json).toMatchObject({ model_count: 2, status: 'running', run_ids: [expect.any(String), expect.any(String)] })
    const at = `batch/${json.batch_id}`
    expect(await get('test', 'Batch', at)).toMatchObject({ run_ids: json.run_ids, total_runs: 2 })
    expect(await get('test', 'DeleteBatch', `${at}?delete_runs=true`)).toMatchObject({ status: 'error', message: expect.stringContaining('have not ended') })
    for (const id of json.run_ids) await t.post(`/api/test/cancel/${id}`, {})
    const runs = await get('test', 'List', `runs?batch_id=${json.batch_id}`)
    expect(runs.map(({ model_name }: { model_name: string }) => model_name).toSorted()).toEqual(model_names.toSorted())
    expect(await get('test', 'DeleteBatch', `${at}?delete_runs=true`)).toMatchObject({ status: 'success', message: expect.stringContaining('with 2 runs') })
    const { run_id, batch_id } = (await t.post('/api/benchmark/run', { models: model_names, batch_sizes: [1] })).json
    expect(await get('benchmark', 'Batch', `batch/${batch_id}`)).toMatchObject({ status: 'running', run_ids: [run_id] })
    await t.send({ method: 'DELETE', url: `/api/benchmark/run/${run_id}` })
    expect(await get('benchmark', 'Batch', `batch/${batch_id}`)).toMatchObject({ status: 'failed' })
    expect((await t.post('/api/benchmark/run', { models: ['nobody/knows-this'], batch_sizes: [1, 2] })).json).not.toHaveProperty('batch_id')
  })

  it('shows a run that has not ended, and does not delete it', async () => {
    const { run_id } = (await t.post('/api/test/run', { model_name: 'prajjwal1/bert-tiny' })).json
    expect((await get('test', 'List', 'runs'))[0]).toMatchObject({ run_id, completed_at: null, duration: null, tests_passed: 0 })
    expect(await get('test', 'One', `run/${run_id}`)).toMatchObject({ run_id, results: null })
    expect((await t.post('/api/test/db/search', { query: 'BERT-tiny' })).json[0]).toMatchObject({ run_id, completed_at: null })
    expect((await t.post('/api/test/db/search', { query: run_id, limit: 1 })).json).toMatchObject([{ run_id }])
    expect((await get('test', 'ModelStats', 'models/stats')).find(({ model_name }: { model_name: string }) => model_name === 'prajjwal1/bert-tiny')).toMatchObject({
      running_runs: 1,
      avg_duration: null,
    })
    expect(await get('test', 'DeleteOne', `run/${run_id}`)).toMatchObject({ status: 'error' })
    await t.post(`/api/test/cancel/${run_id}`, {})
    expect(await get('test', 'DeleteOne', `run/${run_id}`)).toMatchObject({ status: 'success' })
  })

  it.each(COMPONENTS)('of %s answers unknown ids with 404 and nonsense with 422', async (component, noun) => {
    for (const path of [`${noun}/none`, 'batch/none']) for (const method of ['GET', 'DELETE'] as const) expect((await t.send({ method, url: `/api/${component}/db/${path}` })).status).toBe(404)
    for (const path of [`${noun}s?limit=0`, `${noun}s?limit=1001`, 'performance?days=366', 'batches?limit=x']) expect((await t.get(`/api/${component}/db/${path}`)).status, path).toBe(422)
    for (const body of [{}, { query: '' }, { query: 'a', limit: 0 }]) expect((await t.post(`/api/${component}/db/search`, body)).status).toBe(422)
  })
})
