import { ENDPOINTS } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

const PATH = '/api/db/model-performance'
const RUNS = 120

describe('The database of the model performance API', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp()
    for (let n = 0; n < RUNS; n++) {
      const { status } = await t.post(`${PREFIX}/run-benchmark`, { ...SEED_REQUEST, benchmark_name: n === 7 ? 'The Odd One' : `run ${n}`, dataset_id: `data-${n % 3}` })
      expect(status).toBe(200)
    }
  })
  afterAll(() => t.close())

  it('lists runs newest first, with filters and a cursor', async () => {
    const { json } = await t.get(`${PATH}/runs?limit=100`)
    expect(ENDPOINTS.modelPerformanceDatabaseList.output.safeParse(json).error).toBeUndefined()
    expect([json.count, json.total, json.runs[0].benchmark_name]).toEqual([100, RUNS, 'run 119'])
    const { json: rest, headers } = await t.get(`${PATH}/runs?limit=100&cursor=${json.next_cursor}`)
    expect([rest.count, rest.next_cursor, headers.link, rest.runs.at(-1).benchmark_name]).toEqual([20, null, undefined, 'run 0'])
    for (const [query, total] of [
      ['dataset_id=data-1', 40],
      ['model_name=model-2', RUNS],
      ['model_name=none', 0],
      ['name=ODD', 1],
      ['task_type=regression', 0],
    ])
      expect([query, (await t.get(`${PATH}/runs?${query}`)).json.total]).toEqual([query, total])
    expect((await t.get(`${PATH}/runs?model=x`)).json.detail).toContain('model_name was probably meant')
  })

  it('searches names, data sets and models', async () => {
    const found = async (query: string) => (await t.post(`${PATH}/search`, { query, limit: 1000 })).json.length
    expect([await found('odd one'), await found('DATA-2'), await found('model-1'), await found('nowhere')]).toEqual([1, 40, RUNS, 0])
  })

  it('counts by model', async () => {
    const { json } = await t.get(`${PATH}/models/stats`)
    expect(ENDPOINTS.modelPerformanceDatabaseModelStats.output.safeParse(json).error).toBeUndefined()
    expect(json).toMatchObject([
      { model_name: 'model-1', total_runs: RUNS, datasets: 3 },
      { model_name: 'model-2', total_runs: RUNS, datasets: 3 },
    ])
  })

  it('exports whole runs as JSON and NDJSON', async () => {
    const { json, headers } = await t.get(`${PATH}/runs/export?dataset_id=data-0`)
    expect([json.length, new Set(json.map(({ run_id }: { run_id: string }) => run_id)).size, headers['content-disposition']]).toEqual([40, 40, 'attachment; filename="model-performance-runs.json"'])
    expect(json[0]).toMatchObject({ benchmark_name: 'run 117', models: expect.anything() })
    expect((await t.get(`${PATH}/runs/export?format=ndjson`)).text.trimEnd().split('\n')).toHaveLength(RUNS)
    expect((await t.get(`${PATH}/runs/export?name=nothing`)).json).toEqual([])
  })

  it('needs a key', async () => {
    expect((await t.get(`${PATH}/runs`, { 'x-api-key': '' })).status).toBe(401)
  })
})
