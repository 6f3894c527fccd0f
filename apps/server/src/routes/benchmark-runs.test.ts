import { ENDPOINTS } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const run = (changes: object = {}) => t.post(`${PREFIX}/run-benchmark`, { ...SEED_REQUEST, ...changes })

describe('POST /run-benchmark', () => {
  it("answers the seed's request with 200 and the seed's shape", async () => {
    const { status, json } = await run()
    expect(status).toBe(200)
    expect(json.success).toBe(true)
    expect(json.run_id).toMatch(/^benchmark-run-[0-9a-f-]{36}$/)
    expect(json.benchmark_name).toBe('Credit Risk Model Comparison')
    expect(json.metrics['model-1']).toMatchObject({ accuracy: 1, f1_score: 1, latency_ms: 50.5, memory_usage_mb: 256 })
    expect(json.metrics['model-2'].accuracy).toBeCloseTo(0.8, 12)
    expect(json.comparison_results.rankings.accuracy).toMatchObject([
      { model_id: 'model-1', value: 1, rank: 1 },
      { model_id: 'model-2', value: 0.8, rank: 2 },
    ])
    expect(json.comparison_results.best_models).toMatchObject({ accuracy: 'model-1', latency_ms: 'model-1' })
  })

  it('gives an answer that matches its own schema', async () => {
    expect(ENDPOINTS.runBenchmark.output.safeParse((await run()).json).error).toBeUndefined()
  })

  it('answers under the alias prefix too', async () => {
    const { status } = await t.post('/api/v1/model-performance-benchmarking/run-benchmark', SEED_REQUEST)
    expect(status).toBe(200)
  })

  it('takes null for every optional field as not given', async () => {
    const optional = [
      'model_metadata',
      'model_probabilities',
      'class_labels',
      'positive_label',
      'average',
      'sample_weight',
      'sensitive_features',
      'token_log_probs',
      'metrics',
      'confidence',
      'compare',
      'missing_group',
      'compat',
    ]
    expect((await run(Object.fromEntries(optional.map((name) => [name, null])))).status).toBe(200)
  })

  it('ignores fields it does not know', async () => {
    expect((await run({ colour: 'green' })).status).toBe(200)
  })

  it('takes application/json with a charset, and JSON subtypes', async () => {
    for (const type of ['application/json; charset=UTF-8', 'application/vnd.example+json']) {
      expect((await t.post(`${PREFIX}/run-benchmark`, SEED_REQUEST, { 'content-type': type })).status).toBe(200)
    }
  })

  it('leaves no trace of a refused run in any history', async () => {
    const refused = await run({ model_predictions: { 'refused-1': [0, 1, 0, 1, 0], 'refused-2': [0] } })
    expect(refused.status).toBe(400)
    expect((await t.get(`${PREFIX}/models/refused-1/performance-history`)).json.history).toEqual([])
  })
})

describe('GET /benchmark-runs/{run_id}', () => {
  it('gives back the very document that was acknowledged', async () => {
    const { success: _, ...document } = (await run()).json
    const { status, json } = await t.get(`${PREFIX}/benchmark-runs/${document.run_id}`)
    expect(status).toBe(200)
    expect(json).toEqual({ success: true, run: document })
  })

  it('answers 304 to the ETag it gave', async () => {
    const { run_id } = (await run()).json
    const { headers } = await t.get(`${PREFIX}/benchmark-runs/${run_id}`)
    const again = await t.get(`${PREFIX}/benchmark-runs/${run_id}`, { 'if-none-match': `"other", ${headers.etag}` })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag])
  })

  it('answers 404 for an unknown run and says where to look', async () => {
    const { status, json } = await t.get(`${PREFIX}/benchmark-runs/benchmark-run-none`)
    expect(status).toBe(404)
    expect(json).toMatchObject({ code: 'run_not_found', status: 404 })
    expect(json.detail).toContain("'benchmark-run-none'")
  })

  it('answers HEAD like GET without the body', async () => {
    const { run_id } = (await run()).json
    const { status, text, headers } = await t.send({ method: 'HEAD', url: `${PREFIX}/benchmark-runs/${run_id}` })
    expect([status, text]).toEqual([200, ''])
    expect(Number(headers['content-length'])).toBeGreaterThan(100)
  })
})

describe('GET /benchmark-runs', () => {
  it('lists newest first, counts all, and leads through the pages by Link', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await run({ dataset_id: 'paged' })).json.run_id)
    const first = await t.get(`${PREFIX}/benchmark-runs?dataset_id=paged&limit=2`)
    expect(first.json).toMatchObject({ success: true, total: 5, limit: 2, offset: 0 })
    expect(first.json.runs.map((r: { run_id: string }) => r.run_id)).toEqual(ids.toReversed().slice(0, 2))
    const next = /^<(.+)>; rel="next"$/.exec(first.headers.link!)![1]!
    const second = await t.get(next)
    expect(second.json.runs.map((r: { run_id: string }) => r.run_id)).toEqual(ids.toReversed().slice(2, 4))
    const last = await t.get(`${PREFIX}/benchmark-runs?dataset_id=paged&limit=2&offset=4`)
    expect(last.json.next_cursor).toBeNull()
    expect(last.headers.link).toBeUndefined()
  })

  it('gives whole documents with expand=details', async () => {
    const { success: _, ...document } = (await run({ dataset_id: 'expanded' })).json
    expect((await t.get(`${PREFIX}/benchmark-runs?dataset_id=expanded&expand=details`)).json.runs).toEqual([document])
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['offset=-1', 'offset'],
    ['task_type=magic', 'task_type'],
    ['start_time=yesterday', 'start_time'],
    ['expand=all', 'expand'],
  ])('refuses ?%s with 422 and names the parameter', async (query, parameter) => {
    const { status, json } = await t.get(`${PREFIX}/benchmark-runs?${query}`)
    expect([status, json.errors[0].pointer]).toEqual([422, `/query/${parameter}`])
    expect(json.detail).toContain(`query parameter ${parameter}`)
  })

  it('refuses a cursor it never gave', async () => {
    expect((await t.get(`${PREFIX}/benchmark-runs?cursor=nonsense`)).status).toBe(422)
  })
})

describe('GET /benchmark-runs/{run_id}/report', () => {
  let path: string
  beforeAll(async () => {
    path = `${PREFIX}/benchmark-runs/${(await run()).json.run_id}/report`
  })

  it('is the JSON of the contract by default', async () => {
    const { status, json } = await t.get(path)
    expect(status).toBe(200)
    expect(ENDPOINTS.getBenchmarkReport.output.safeParse(json).error).toBeUndefined()
  })

  it.each([
    [{ accept: 'text/markdown' }, '', 'text/markdown; charset=utf-8'],
    [{ accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' }, '', 'text/html; charset=utf-8'],
    [{ accept: 'text/csv;q=0.5, application/json;q=0.1' }, '', 'text/csv; charset=utf-8'],
    [{ accept: 'text/*' }, '', 'text/markdown; charset=utf-8'],
    [{ accept: '*/*' }, '', 'application/json; charset=utf-8'],
    [{ accept: 'text/html' }, '?format=csv', 'text/csv; charset=utf-8'],
  ])('answers %j with %s as %s', async (headers, query, type) => {
    const answer = await t.get(path + query, headers)
    expect([answer.status, answer.headers['content-type'], answer.headers.vary]).toEqual([200, type, 'Accept'])
  })

  it('refuses formats it cannot make', async () => {
    expect((await t.get(path, { accept: 'application/pdf' })).json).toMatchObject({ status: 406, code: 'not_acceptable' })
    expect((await t.get(path, { accept: 'application/json;q=0' })).status).toBe(406)
    expect((await t.get(`${path}?format=pdf`)).status).toBe(422)
  })

  it('lets the HTML page run no script and sends the table as a download', async () => {
    expect((await t.get(`${path}?format=html`)).headers['content-security-policy']).toMatch(/^sandbox; .*default-src 'none'/)
    expect((await t.get(`${path}?format=csv`)).headers['content-disposition']).toMatch(/^attachment; filename="benchmark-run-[\w-]+\.csv"$/)
  })
})
