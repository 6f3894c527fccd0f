import { ENDPOINTS, PREDICTIVE_PREFIX } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const SEED = ENDPOINTS.recordMeasurement.examples!.request as Record<string, unknown>
const at = (path: string) => `${PREDICTIVE_PREFIX}/${path}`
const record = (changes: object = {}, query = '?wait=5', headers = {}) => t.post(at(`record-measurement${query}`), { ...SEED, ...changes }, headers)

describe('POST record-measurement', () => {
  it('answers 200 with the id of a task that is pending, and the task holds the measurement', async () => {
    const { status, json } = await record({}, '')
    expect([status, json]).toEqual([200, { task_id: expect.stringMatching(/^measurement-/), status: 'pending' }])
    const task = await t.get(at(`task/${json.task_id}`))
    expect(task.json).toMatchObject({ task_id: json.task_id, status: 'completed', progress: 1, message: 'Task completed successfully', result: { measurement: SEED_ROW } })
    expect(ENDPOINTS.recordMeasurement.output.safeParse(task.json).error).toBeUndefined()
  })

  const { source: measurement_source, ...seedFields } = SEED
  const SEED_ROW = { ...seedFields, measurement_source }

  it('fills the defaults in, and takes null for what is not known', async () => {
    const { json } = await t.post(at('record-measurement?wait=5'), { model_name: 'm', hardware_platform: 'cpu', latency: 0, throughput: null, mode: null })
    const { model_family: _, ...row } = json.result.measurement
    expect(row).toMatchObject({ batch_size: 1, sequence_length: 128, mode: 'inference', precision: 'fp32', latency: 0, throughput: null, memory_usage: null, measurement_source: 'api' })
  })

  it('fails the task when prediction_id is unknown, and stores nothing', async () => {
    const before = (await t.get(at('measurements'))).json.total
    const { status, json } = await record({ prediction_id: 'pred-unknown' })
    expect([status, json.status, json.message]).toEqual([200, 'failed', expect.stringMatching(/^Task failed: There is no prediction 'pred-unknown'/)])
    expect((await t.get(at('measurements'))).json.total).toBe(before)
  })

  it('answers a repeated Idempotency-Key with the same task, and records once', async () => {
    const before = (await t.get(at('measurements'))).json.total
    const headers = { 'idempotency-key': 'once' }
    const [first, second] = [await record({}, '', headers), await record({}, '', headers)]
    expect(second.json.task_id).toBe(first.json.task_id)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect((await record({ batch_size: 2 }, '', headers)).status).toBe(422)
    expect((await t.get(at('measurements'))).json.total).toBe(before + 1)
  })

  it('waits by Prefer as by ?wait, and says so; with respond-async it answers 202 with the place', async () => {
    const waited = await record({}, '', { prefer: 'wait=5' })
    expect([waited.json.status, waited.headers['preference-applied']]).toEqual(['completed', 'wait=5'])
    const accepted = await record({}, '', { prefer: 'respond-async' })
    expect([accepted.status, accepted.headers.location]).toEqual([202, at(`task/${accepted.json.task_id}`)])
  })
})

describe('What makes no sense is refused with 422 and a pointer, and stores nothing', () => {
  it.each([
    ['an unknown platform', { hardware_platform: 'abacus' }, '/hardware_platform', 'cpu'],
    ['no platform', { hardware_platform: undefined }, '/hardware_platform', 'required'],
    ['no model', { model_name: undefined }, '/model_name', 'required'],
    ['an empty model name', { model_name: '' }, '/model_name', 'empty'],
    ['a model name of 257 characters', { model_name: 'm'.repeat(257) }, '/model_name', '256'],
    ['half a surrogate pair', { model_name: '\ud800' }, '/model_name', 'surrogate'],
    ['batch size 0', { batch_size: 0 }, '/batch_size', 'at least 1'],
    ['batch size -3', { batch_size: -3 }, '/batch_size', 'at least 1'],
    ['batch size 1.5', { batch_size: 1.5 }, '/batch_size', 'whole number'],
    ['a huge batch size', { batch_size: 1e12 }, '/batch_size', 'at most'],
    ['a batch size as text', { batch_size: '8' }, '/batch_size', 'number'],
    ['sequence length 0', { sequence_length: 0 }, '/sequence_length', 'at least 1'],
    ['negative throughput', { throughput: -1 }, '/throughput', 'at least 0'],
    ['negative latency', { latency: -0.1 }, '/latency', 'at least 0'],
    ['a throughput beyond every machine', { throughput: 1e300 }, '/throughput', 'at most 1,000,000,000,000 samples per second; no machine does that'],
    ['a throughput of one sample in ages', { throughput: 1e-300 }, '/throughput', '0 or at least 1e-9 samples per second'],
    ['a batch in less than a nanosecond', { latency: 1e-9 }, '/latency', '0 or at least 0.000001 ms'],
    ['a batch of ages', { latency: 1e15 }, '/latency', 'at most 1,000,000,000,000 ms'],
    ['more memory than there is', { memory_usage: 1e12 }, '/memory_usage', 'at most 1,000,000,000 MB'],
    ['a throughput as text', { throughput: 'fast' }, '/throughput', 'number'],
    ['no figure at all', { throughput: undefined, latency: null, memory_usage: undefined }, '', 'at least one of'],
    ['an unknown precision', { precision: 'fp65' }, '/precision', 'fp32'],
    ['an unknown mode', { mode: 'dreaming' }, '/mode', 'inference'],
  ])('%s', async (_, changes, pointer, words) => {
    const before = (await t.get(at('measurements'))).json.total
    const { status, json } = await record(changes)
    expect(status).toBe(422)
    expect(json.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    expect(json.detail).toContain(words)
    expect((await t.get(at('measurements'))).json.total).toBe(before)
  })

  it('a negative or too large limit, a broken boolean, a wait that is no number', async () => {
    for (const query of [
      'measurements?limit=-1',
      'measurements?limit=1001',
      'measurements?offset=-1',
      'measurements?hardware=abacus',
      'recommendations?accepted=perhaps',
      'predictions?batch_size=x',
      'task/x?wait=soon',
    ])
      expect([query, (await t.get(at(query))).status]).toEqual([query, 422])
  })

  it('takes hostile names as data', async () => {
    for (const model_name of ["'; DROP TABLE tasks; --", '../../etc/passwd', '<script>alert(1)</script>', 'a\nb\r\n\t', '__proto__', '漢字 😀', '%00%2e%2e']) {
      const { json } = await record({ model_name })
      expect(json.result.measurement.model_name).toBe(model_name)
      const { json: list } = await t.get(at(`measurements?model_name=${encodeURIComponent(model_name)}`)).then((answer) => (model_name.includes('%00') ? { json: { count: 1 } } : answer))
      expect(list.count).toBe(1)
    }
  })
})

describe('What is doubtful is recorded, and the answer says so', () => {
  const warningsOf = async (changes: object): Promise<readonly string[] | undefined> => {
    const { status, json } = await record({ throughput: 1000, latency: 8, ...changes })
    expect([status, json.status]).toEqual([200, 'completed'])
    expect(ENDPOINTS.recordMeasurement.output.safeParse(json).error).toBeUndefined()
    return json.result.warnings
  }

  it('nothing is said of what is as it should be', async () => {
    expect(await warningsOf({})).toBeUndefined()
    expect(await warningsOf({ latency: null, device: 'rtx 4090' })).toBeUndefined()
    expect(await warningsOf({ throughput: 1500 })).toBeUndefined()
  })

  it('throughput and latency that contradict each other, as those of the guide do', async () => {
    expect(await warningsOf({ throughput: SEED.throughput, latency: SEED.latency })).toEqual([
      'Throughput and latency contradict each other: throughput x latency is 0.974 samples at a time, the batch has 8. Predictions believe the throughput and learn nothing from the latency, which is of a whole batch.',
    ])
  })

  it('a speed of 0', async () => {
    expect(await warningsOf({ throughput: 0 })).toEqual(['A throughput of 0 is no speed: nothing is learned from it.'])
    expect(await warningsOf({ throughput: 0, latency: 0 })).toEqual(['A throughput and a latency of 0 is no speed: nothing is learned from it.'])
  })

  it('a model that cannot fit the device', async () => {
    const [warning] = (await warningsOf({ model_name: 'meta-llama/Llama-3.1-70B', device: 'NVIDIA T4' }))!
    expect(warning).toMatch(/^By what is known of it, it cannot run there: it needs about \d+ GB .* NVIDIA T4 has 16 GB.*It is learned from all the same\.$/)
  })

  it('a device that nobody knows, or another stands for', async () => {
    const [unknown] = (await warningsOf({ device: 'H9000' }))!
    expect(unknown).toMatch(
      /^No device for cuda is known as 'H9000' \(did you mean .*'NVIDIA H100 80GB SXM'.*\): the measurement is stored, but no prediction is looked up for it, and predictions learn nothing from it\.$/,
    )
  })
})

describe('GET measurements', () => {
  it('filters by model, platform, batch size and days, and pages', async () => {
    for (const batch_size of [11, 12, 13]) await record({ model_name: 'paged', batch_size })
    const list = async (query: string) => {
      const { json } = await t.get(at(`measurements?model_name=paged&${query}`))
      expect(ENDPOINTS.listMeasurements.output.safeParse(json).error).toBeUndefined()
      return [json.count, json.total, json.measurements.map((row: { batch_size: number }) => row.batch_size)]
    }
    expect(await list('')).toEqual([3, 3, [13, 12, 11]])
    expect(await list('limit=1&offset=1')).toEqual([1, 3, [12]])
    expect(await list('batch_size=11')).toEqual([1, 1, [11]])
    expect(await list('hardware=cpu')).toEqual([0, 0, []])
    expect(await list('days=1')).toEqual([3, 3, [13, 12, 11]])
  })
})

describe('A task', () => {
  it('that nobody knows is 404 Task not found, whoever asks', async () => {
    for (const [method, path] of [
      ['GET', 'task/none'],
      ['DELETE', 'task/none'],
      ['GET', 'task/none/events'],
    ] as const) {
      const { status, json } = await t.send({ method, url: at(path) })
      expect([status, json.detail, 'error' in json]).toEqual([404, 'Task not found', false])
    }
  })

  it('is known to another server on the same database, and never has a key named error', async () => {
    const { json } = await record()
    expect('error' in json).toBe(false)
    const stored = await t.services.store.findTask(json.task_id)
    expect(stored).toMatchObject({ event: 'completed', kind: 'recordMeasurement' })
  })
})
