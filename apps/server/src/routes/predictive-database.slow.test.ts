import { type DatabaseTable, ENDPOINTS, type Endpoint, PREDICTIVE_TABLES } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../storage/index.ts'
import { measurement, prediction, recommendation, taskWrite } from '../storage/testing/predictive-writes.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

const PATH = '/api/db/predictive-performance'
const at = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00Z`
const RECORDS = {
  measurements: Array.from({ length: 9 }, (_, n) =>
    measurement(n + 1, { timestamp: at(n + 1), throughput: n === 4 ? null : 100 * ((n * 7) % 10), hardware_platform: n % 2 === 0 ? 'cuda' : 'cpu', measurement_source: n === 8 ? '=import' : 'api' }),
  ),
  predictions: [prediction(1), prediction(2, { prediction_source: 'sample' })],
  recommendations: [recommendation(1), recommendation(2)],
  feedback: [{ feedback_id: 'fb-1', timestamp: at(1), recommendation_id: 'rec-1', accepted: 1, feedback: 'yes', user_id: null, metadata: {} }],
  errors: [],
}

/** The same answers are asked of memory and of the file, which memory does not reach when it keeps one record only. */
describe.each([
  ['memory', 1000],
  ['the file', 1],
])('The predictive database, read from %s', (_, records) => {
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp({}, { store: await openStore({ path: ':memory:', memory: { records } }) })
    await t.services.store.writeTask(taskWrite(1, { records: RECORDS as never }))
  })
  afterAll(() => t.close())

  const ids = async (query: string): Promise<readonly number[]> => {
    const { status, json } = await t.get(`${PATH}/measurements?${query}`)
    expect([status, json.detail]).toEqual([200, undefined])
    return json.measurements.map(({ id }: { id: string }) => Number(id.slice(5)))
  }

  it.each(Object.entries(PREDICTIVE_TABLES))('%s: every column that is shown can be asked for, and what is shown matches the schema', async (_name, { path, key }) => {
    const endpoint = Object.values(ENDPOINTS as unknown as Record<string, Endpoint>).find((each) => each.path === `${PATH}/${path}`)!
    const { status, json } = await t.get(`${PATH}/${path}`)
    expect([status, endpoint.output.safeParse(json).error]).toEqual([200, undefined])
    expect(json).toMatchObject({ count: json[key].length, limit: 100, offset: 0 })
    expect((await t.get(`/api/predictive-performance/db/${path}`)).json).toEqual(json)
    const [row] = json[key]
    if (row === undefined) return
    const { order_by } = (endpoint.query as unknown as { shape: Record<string, { unwrap(): { options: string[] } }> }).shape
    for (const column of order_by!.unwrap().options) {
      if (row[column] === null) continue
      const { json: same } = await t.get(`${PATH}/${path}?${column}=${encodeURIComponent(row[column])}&order_by=${column}`)
      expect([column, same.detail, same[key].length > 0]).toEqual([column, undefined, true])
    }
  })

  it('filters by equality, ranges and times', async () => {
    expect(await ids('hardware=cpu')).toEqual([8, 6, 4, 2])
    expect(await ids('hardware_platform=cpu&batch_size=4')).toEqual([4])
    expect(await ids('min_throughput=600&max_throughput=800')).toEqual([9, 2])
    expect(await ids(`start_time=${at(3)}&end_time=${at(5)}`)).toEqual([4, 3])
    expect(await ids(`min_timestamp=${at(8)}`)).toEqual([9, 8])
    expect(await ids(`source=${encodeURIComponent('=import')}`)).toEqual([9])
  })

  it('orders by a column, what has none last', async () => {
    expect((await ids('order_by=throughput&order=asc')).at(-1)).toBe(5)
    expect((await ids('order_by=throughput')).at(-1)).toBe(5)
    expect(await ids('order=asc&limit=2')).toEqual([1, 2])
  })

  it.each(['', 'order=asc&', 'order_by=throughput&', 'order_by=throughput&order=asc&', 'order_by=hardware_platform&', 'hardware=cuda&'])(
    'walks through everything once by cursors (%s)',
    async (query) => {
      const all = await ids(query)
      const seen: number[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const { json } = await t.get(`${PATH}/measurements?${query}limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
        seen.push(...json.measurements.map(({ id }: { id: string }) => Number(id.slice(5))))
        cursor = json.next_cursor
      }
      expect(seen).toEqual(all)
    },
  )

  it('refuses unknown parameters with the name that was meant, and cursors of another order', async () => {
    const { status, json } = await t.get(`${PATH}/measurements?model_nmae=bert`)
    expect([status, json.detail]).toEqual([422, 'query parameter model_nmae is not known: model_name was probably meant.'])
    const { json: page } = await t.get(`${PATH}/measurements?limit=1`)
    for (const bad of ['order_by=metadata', 'limit=1001', 'min_throughput=fast', 'start_time=yesterday', 'cursor=abc', `order=asc&cursor=${page.next_cursor}`, 'offset=-1'])
      expect([bad, (await t.get(`${PATH}/measurements?${bad}`)).status]).toEqual([bad, 422])
  })

  it('never lets a value become SQL', async () => {
    expect(await ids(`model_name=${encodeURIComponent("'; DROP TABLE performance_measurements; --")}`)).toEqual([])
    expect(await ids('')).toHaveLength(9)
  })

  it('counts all that match, and finds by the newest feedback', async () => {
    expect((await t.get(`${PATH}/measurements?hardware=cuda&limit=2`)).json).toMatchObject({ count: 2, total: 5 })
    expect((await t.get(`${PATH}/recommendations?accepted=true`)).json).toMatchObject({ total: 1, recommendations: [{ was_accepted: true }] })
  })

  it('searches models, platforms and sources of every kind', async () => {
    const { status, json } = await t.post(`${PATH}/search`, { query: 'CUDA', limit: 100 })
    expect([
      status,
      json
        .map(({ kind }: { kind: string }) => kind)
        .toSorted()
        .at(0),
    ]).toEqual([200, 'measurement'])
    expect(new Set(json.map(({ kind }: { kind: string }) => kind)).size).toBe(3)
  })
})

describe('Exports of the predictive database', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp()
    for (let task = 0; task < 100; task++)
      await t.services.store.writeTask(
        taskWrite(task, { records: { measurements: Array.from({ length: 30 }, (_, n) => measurement(task * 30 + n, { model_name: `model-${n}`, hardware_platform: n % 2 === 0 ? 'cuda' : 'cpu' })) } }),
      )
    await t.services.store.writeTask(
      taskWrite(100, { records: { ...RECORDS, measurements: [measurement(9999, { model_name: '=1+1', hardware_platform: '@x, "y"', throughput: null, metadata: { note: 'a "b"\n' } })] } as never }),
    )
  })
  afterAll(() => t.close())

  it('gives every row once, as JSON, NDJSON and CSV, newest first and with the filters of the list', async () => {
    const json = (await t.get(`${PATH}/measurements/export`)).json as readonly { readonly id: string }[]
    expect([json.length, new Set(json.map(({ id }) => id)).size, json[0]!.id]).toEqual([3001, 3001, 'meas-9999'])
    expect(json.slice(0, 1000)).toEqual((await t.get(`${PATH}/measurements?limit=1000`)).json.measurements)
    const lines = (await t.get(`${PATH}/measurements/export?format=ndjson&hardware=cpu&order=asc`)).text.trimEnd().split('\n')
    expect([lines.length, JSON.parse(lines[0]!).id]).toEqual([1500, 'meas-1'])
    const { text, headers } = await t.get(`${PATH}/measurements/export?format=csv&min_batch_size=9`)
    expect(text.split('\r\n')).toHaveLength(1 + 301 + 1)
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="measurements.csv"' })
    expect((await t.get(`${PATH}/measurements/export?model_name=none`)).json).toEqual([])
  })

  it('keeps spreadsheets from running a cell as a formula', async () => {
    const [, line] = (await t.get(`${PATH}/measurements/export?format=csv&model_name=${encodeURIComponent('=1+1')}`)).text.split('\r\n')
    expect(line).toContain(`,"'@x, ""y""",'=1+1,`)
    expect(line).toContain(String.raw`"{""note"":""a \""b\""\n""}"`)
  })

  it('writes Parquet, and keeps no file of it', async () => {
    const { status, headers, text } = await t.get(`${PATH}/measurements/export?format=parquet&hardware=cuda`)
    expect([status, headers['content-type'], text.slice(0, 4), text.slice(-4)]).toEqual([200, 'application/vnd.apache.parquet', 'PAR1', 'PAR1'])
  })

  it.each(Object.values(PREDICTIVE_TABLES))('exports $path in every format', async (facts: DatabaseTable) => {
    const { path, row, exported = row } = facts
    for (const format of ['json', 'ndjson', 'csv', 'parquet']) expect([format, (await t.get(`${PATH}/${path}/export?format=${format}`)).status]).toEqual([format, 200])
    const { json } = await t.get(`${PATH}/${path}/export`)
    for (const each of json) expect(exported.safeParse(each).error).toBeUndefined()
  })

  it.each(['test/runs', 'generator/tasks', 'benchmark/runs'])('exports %s', async (path) => {
    for (const format of ['json', 'ndjson', 'csv', 'parquet']) expect([format, (await t.get(`/api/db/${path}/export?format=${format}`)).status]).toEqual([format, 200])
  })
})
