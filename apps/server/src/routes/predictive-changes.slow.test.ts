import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENDPOINTS, PREDICTIVE_TABLES, type PredictiveTableName } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../storage/index.ts'
import { measurement, prediction, recommendation, taskWrite } from '../storage/testing/predictive-writes.ts'
import { inFolder, type SpawnedServer, spawnServer } from '../testing/spawn-server.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { TEST_KEY } from '../testing/test-key.ts'

const PATH = '/api/db/predictive-performance'
const feedback = (n: number, accepted: number) => ({ feedback_id: `fb-${n}`, timestamp: '2026-01-01T00:00:00Z', recommendation_id: 'rec-1', accepted, feedback: null, user_id: null, metadata: {} })
const configuration = { model_name: 'bert-base-uncased', hardware_platform: 'cpu', batch_size: 8, sequence_length: 128, precision: 'fp32', mode: 'inference' }

describe.each([
  ['memory', 1000],
  ['the file', 1],
])('Rows of the predictive database that are kept in %s', (_, records) => {
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp({}, { store: await openStore({ path: ':memory:', memory: { records } }) })
    const rows = {
      measurements: [1, 2, 3, 4].map((n) => measurement(n, configuration)),
      predictions: [prediction(1, configuration), prediction(2, configuration)],
      recommendations: [recommendation(1)],
      feedback: [feedback(1, 0), feedback(2, 1)],
    }
    await t.services.store.writeTask(taskWrite(1, { records: rows as never }))
  })
  afterAll(() => t.close())

  const idsOf = async (table: PredictiveTableName): Promise<readonly string[]> => {
    const { path, key } = PREDICTIVE_TABLES[table]
    return (await t.get(`${PATH}/${path}`)).json[key].map(({ id }: { id: string }) => id)
  }
  const remove = (path: string) => t.send({ method: 'DELETE', url: `${PATH}/${path}` })

  it('are deleted one at a time, and a second time there is nothing', async () => {
    expect((await remove('measurements/meas-2')).json).toMatchObject({ status: 'success', message: "'meas-2' was deleted." })
    expect(await idsOf('measurements')).toEqual(['meas-4', 'meas-3', 'meas-1'])
    expect(await remove('measurements/meas-2')).toMatchObject({ status: 404, json: { code: 'row_not_found' } })
    expect((await t.get(`${PATH}/measurements`)).json.total).toBe(3)
  })

  it('are deleted together, and the answer says how many there were', async () => {
    const { status, json } = await t.post(`${PATH}/measurements/delete`, { ids: ['meas-1', 'meas-1', 'meas-9'] })
    expect([status, json.message]).toEqual([200, '1 of 2 rows were deleted; the others were not there.'])
    expect(ENDPOINTS.measurementsDatabaseDeleteMany.output.safeParse(json).error).toBeUndefined()
    expect((await t.post(`${PATH}/measurements/delete`, { ids: ['meas-1'] })).status).toBe(404)
    expect((await t.post(`${PATH}/measurements/delete`, { ids: [] })).status).toBe(422)
    expect(await idsOf('measurements')).toEqual(['meas-4', 'meas-3'])
  })

  it('are no longer what the program answers from: an older prediction and older feedback are found again', async () => {
    await remove('predictions/pred-2')
    expect((await t.services.store.newestPrediction(configuration))?.prediction_id).toBe('pred-1')
    await remove('predictions/pred-1')
    expect(await t.services.store.newestPrediction(configuration)).toBeUndefined()
    await remove('feedback/fb-2')
    expect((await t.get(`${PATH}/recommendations`)).json.recommendations[0].was_accepted).toBe(false)
    await remove('feedback/fb-1')
    expect((await t.get(`${PATH}/recommendations`)).json.recommendations[0].was_accepted).toBeNull()
  })

  it('are recorded in the audit log when they go, and need a key that may write', async () => {
    expect((await remove('recommendations/rec-1')).status).toBe(200)
    await t.services.keys.audit.settled()
    expect((await t.get('/api/audit?limit=1')).json.entries[0]).toMatchObject({ action: 'data.deleted', outcome: 'ok' })
    expect((await t.send({ method: 'DELETE', url: `${PATH}/measurements/meas-3`, headers: { 'x-api-key': '' } })).status).toBe(401)
  })
})

describe('The predictive database', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp()
  })
  afterAll(() => t.close())

  it('forgets what was learned from a measurement that is deleted', async () => {
    const { json } = await t.post('/api/predictive-performance/record-measurement?wait=60', { ...configuration, throughput: 123, latency: 65, memory_usage: 900 })
    expect(t.services.predictions.measurements).toHaveLength(1)
    const { status } = await t.send({ method: 'DELETE', url: `${PATH}/measurements/${json.result.measurement_id}` })
    expect([status, t.services.predictions.measurements]).toEqual([200, []])
  })

  it('writes a table to a file of the export folder, in the format of its ending', async () => {
    await t.services.store.writeTask(taskWrite(1, { records: { measurements: Array.from({ length: 2500 }, (_, n) => measurement(n)) } }))
    const read = async (filename: string) => {
      const { json } = await t.post(`${PATH}/export`, { filename, table: 'measurements' })
      expect((await t.get(`/api/predictive-performance/task/${json.task_id}?wait=60`)).json).toMatchObject({
        status: 'completed',
        result: { file: join('exports', 'predictive-performance', filename) },
      })
      return readFile(join(t.resultsFolder, 'exports', 'predictive-performance', filename), 'latin1')
    }
    expect(JSON.parse(await read('m.json'))).toHaveLength(2500)
    expect((await read('m.ndjson')).trimEnd().split('\n')).toHaveLength(2500)
    expect((await read('m.csv')).split('\r\n')).toHaveLength(1 + 2500 + 1)
    expect((await read('m.parquet')).slice(0, 4)).toBe('PAR1')
    for (const filename of ['../m.csv', 'm.txt', 'a/b.json']) expect((await t.post(`${PATH}/export`, { filename, table: 'measurements' })).status).toBe(422)
    expect((await t.post(`${PATH}/export`, { filename: 'm.csv', table: 'api_keys' })).status).toBe(422)
  })

  it('counts by day, model and platform, without samples', async () => {
    const now = t.services.now()
    const rows = [1, 2, 3].map((n) => measurement(10_000 + n, { timestamp: now, model_name: 'counted', hardware_platform: n === 1 ? 'cuda' : 'cpu', throughput: 10 * n }))
    const sample = measurement(10_009, { timestamp: now, model_name: 'counted', hardware_platform: 'cpu', measurement_source: 'sample' })
    await t.services.store.writeTask(taskWrite(2, { records: { measurements: [...rows, sample], predictions: [prediction(9, { timestamp: now, model_name: 'counted', hardware_platform: 'cuda' })] } }))
    const { status, json } = await t.get(`${PATH}/performance?model_name=counted&days=2`)
    expect([status, ENDPOINTS.predictiveDatabasePerformance.output.safeParse(json).error]).toEqual([200, undefined])
    expect(json.daily_stats).toMatchObject([{ date: now.slice(0, 10), total_measurements: 3, total_predictions: 1, mean_throughput: 20, mean_relative_error: null }])
    expect(json.model_stats).toMatchObject([{ model_name: 'counted', total_measurements: 3 }])
    expect(json.latest_measurements).toHaveLength(4)
    const { json: hardware } = await t.get(`${PATH}/hardware/stats?model_name=counted`)
    expect(new Map(hardware.map((row: { hardware: string; total_measurements: number }) => [row.hardware, row.total_measurements]))).toEqual(
      new Map([
        ['cuda', 1],
        ['cpu', 2],
      ]),
    )
  })
})

const API = '/api/predictive-performance'

it('A measurement that is deleted is not judged by, also after the server was killed', () =>
  inFolder(async (folder) => {
    const started = () => spawnServer(['--db', join(folder, 'test.duckdb')], { UNIFIED_API_KEYS: TEST_KEY })
    const send = async (server: SpawnedServer, method: string, path: string, body?: object) => {
      const headers = { 'x-api-key': TEST_KEY, ...(body && { 'content-type': 'application/json' }) }
      const response = await fetch(`${await server.url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      return (await response.json()) as { readonly status: string; readonly result: { readonly measurement_id?: string } }
    }
    const judged = async (server: SpawnedServer) => {
      const { result } = await send(server, 'POST', `${API}/analyze-predictions?wait=60`, {})
      return { result, stats: await send(server, 'GET', `${API}/stats`) }
    }
    const stop = (server: SpawnedServer) => server.process.kill('SIGKILL') && server.ended

    const model = { model_name: 'resnet50', device: 'NVIDIA A100 80GB SXM', precision: 'fp16', batch_size: 8 }
    const slip = { ...model, hardware_platform: 'cuda', throughput: 0.001, latency: 1e7, memory_usage: 500 }
    const server = started()
    await send(server, 'POST', `${API}/predict-performance?wait=60`, { ...model, hardware: 'cuda' })
    const { result } = await send(server, 'POST', `${API}/record-measurement?wait=60`, slip)
    expect(await judged(server)).toMatchObject({ result: { overall: { count: 3 } }, stats: [{ total_measurements: 1, mean_relative_error: expect.any(Number) }] })
    expect((await send(server, 'DELETE', `${PATH}/measurements/${result.measurement_id}`)).status).toBe('success')
    const forgotten = { result: {}, stats: [expect.objectContaining({ model_name: 'resnet50', total_measurements: 0, mean_relative_error: null })] }
    expect(await judged(server)).toEqual(forgotten)
    await stop(server)
    const again = started()
    expect(await judged(again)).toEqual(forgotten)
    await stop(again)
  }))
