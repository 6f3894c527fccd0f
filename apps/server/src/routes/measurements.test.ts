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
    const model_name = 'distilbert-base-uncased'
    expect(await warningsOf({ model_name })).toBeUndefined()
    expect(await warningsOf({ model_name, latency: null, device: 'rtx 4090' })).toBeUndefined()
    expect(await warningsOf({ model_name, throughput: 1500 })).toBeUndefined()
  })

  it('throughput and latency that contradict each other, as those of the guide do', async () => {
    expect(await warningsOf({ throughput: SEED.throughput, latency: SEED.latency })).toEqual([
      'Throughput and latency contradict each other: throughput x latency is 0.974 samples at a time, the batch has 8. Predictions believe the throughput and learn nothing from the latency, which is of a whole batch.',
    ])
  })

  it('a speed of 0', async () => {
    const model_name = 'roberta-base'
    expect(await warningsOf({ model_name, throughput: 0 })).toEqual(['A throughput of 0 is no speed: nothing is learned from it.'])
    expect(await warningsOf({ model_name, throughput: 0, latency: 0 })).toEqual(['A throughput and a latency of 0 is no speed: nothing is learned from it.'])
    expect(await warningsOf({ model_name, memory_usage: 0 })).toEqual(['A memory_usage of 0 is no memory: nothing is learned from it.'])
  })

  it('a model that cannot fit the device', async () => {
    const [warning] = (await warningsOf({ model_name: 'meta-llama/Llama-3.1-70B', device: 'NVIDIA T4', throughput: 0.2, latency: null, memory_usage: null }))!
    expect(warning).toMatch(/^By what is known of it, it cannot run there: it needs about \d+ GB .* NVIDIA T4 has 16 GB.*It is learned from all the same\.$/)
  })

  it('a device that nobody knows, or another stands for', async () => {
    const [unknown] = (await warningsOf({ device: 'H9000' }))!
    expect(unknown).toMatch(
      /^No device for cuda is known as 'H9000' \(did you mean .*'NVIDIA H100 80GB SXM'.*\): the measurement is stored, but no prediction is looked up for it, and predictions learn nothing from it\.$/,
    )
  })
})

describe('Figures beyond what the device can do', () => {
  const DISTILBERT = { model_name: 'distilbert-base-uncased', hardware_platform: 'cuda', device: 'NVIDIA T4', precision: 'fp16', batch_size: 8, sequence_length: 128 }
  const post = (body: object) => t.post(at('record-measurement?wait=5'), body)
  const predicted = async (changes: object = {}) => {
    const { model_name, hardware_platform: hardware, device, precision } = DISTILBERT
    return (await t.post(at('predict-performance?wait=30'), { model_name, hardware, device, precision, ...changes })).json.result.predictions.cuda
  }

  it.each([
    [
      'throughput',
      { throughput: 900_000 },
      /^throughput 900,000 samples\/s is impossible: by its published limits NVIDIA T4 does at most [\d,]+ samples\/s with this model\. Check the unit \(samples per second, not tokens\)/,
    ],
    ['latency', { latency: 1e-5 }, /^latency 0\.00001 ms is impossible: by its published limits NVIDIA T4 takes at least \d+\.\d+ ms for a batch of this model/],
    ['memory_usage', { memory_usage: 1e9 }, /^memory_usage 1,000,000,000 MB is impossible: NVIDIA T4 has 16,380 MB\./],
    ['throughput', { throughput: 5e6, model_name: 'resnet50', device: 'NVIDIA A100 80GB SXM' }, /impossible/],
    ['throughput', { throughput: 1e12, model_name: 'resnet50', device: 'NVIDIA A100 80GB SXM' }, /impossible/],
  ])('are refused where they are far beyond: %s', async (figure, changes, words) => {
    const before = (await t.get(at('measurements'))).json.total
    const { status, json } = await post({ ...DISTILBERT, ...changes })
    expect([status, json.code, json.errors[0].pointer]).toEqual([422, 'validation_failed', `/${figure}`])
    expect(json.detail).toMatch(words)
    expect((await t.get(at('measurements'))).json.total).toBe(before)
  })

  it('are stored with a warning and not learned from where nobody said which device it was', async () => {
    const before = await predicted({ device: null, model_name: 'resnet50', batch_size: 32 })
    const { status, json } = await post({ model_name: 'resnet50', hardware_platform: 'cuda', precision: 'fp16', batch_size: 32, throughput: 1e9, memory_usage: 1e8 })
    expect([status, json.status]).toEqual([200, 'completed'])
    expect(json.result.warnings).toEqual([
      expect.stringMatching(
        /^throughput 1,000,000,000 samples\/s cannot be of NVIDIA A100 80GB SXM, which is assumed: by its published limits NVIDIA A100 80GB SXM does at most .*: name the device\. Nothing is learned from it\.$/,
      ),
      expect.stringMatching(/^memory_usage 100,000,000 MB cannot be of NVIDIA A100 80GB SXM, which is assumed: NVIDIA A100 80GB SXM has .*: name the device\. Nothing is learned from it\.$/),
      `If it is a slip, take it back and record it anew: DELETE /api/db/predictive-performance/measurements/${json.result.measurement_id} (with a key of scope write:measurements)`,
    ])
    const after = await predicted({ device: null, model_name: 'resnet50', batch_size: 32 })
    expect([after.throughput, after.memory_usage]).toEqual([expect.closeTo(before.throughput, 6), before.memory_usage])
  })

  it('are learned from with a warning where the limits may be wrong by so much, and else not', async () => {
    const several = await post({ ...DISTILBERT, model_name: 'resnet50', batch_size: 64, throughput: 100_000 })
    expect(several.json.result.warnings[0]).toMatch(/^throughput 100,000 samples\/s cannot be: .* Nothing is learned from it\.$/)
    expect((await predicted({ model_name: 'resnet50', batch_size: 64 })).provenance).not.toBe('measured')
    const { json } = await post({ ...DISTILBERT, model_name: 'resnet50', batch_size: 64, throughput: 45_000 })
    expect(json.result.warnings[0]).toMatch(/^throughput 45,000 samples\/s cannot be: .* It is learned from all the same\.$/)
    expect((await predicted({ model_name: 'resnet50', batch_size: 64 })).provenance).toBe('measured')
  })

  it('of memory: less than the weights, or more than one device has, teaches nothing', async () => {
    const before = await predicted()
    for (const [memory_usage, words] of [
      [0.001, /^memory_usage 0\.001 MB cannot be: the weights alone take 3\d\.?\d* MB at four bits each\. Nothing is learned from it\.$/],
      [60_000, /^memory_usage 60,000 MB cannot be: NVIDIA T4 has 16,380 MB\. Nothing is learned from it\.$/],
    ] as const)
      expect((await post({ ...DISTILBERT, memory_usage })).json.result.warnings[0]).toMatch(words)
    expect((await predicted()).memory_usage).toBe(before.memory_usage)
  })
})

describe('A figure far from what was predicted', () => {
  it('is stored with the prediction from what was known before, and the way to take it back', async () => {
    const configuration = { model_name: 'vit-base-patch16-224', hardware_platform: 'cuda', device: 'NVIDIA V100', precision: 'fp16', batch_size: 8 }
    const measured = async (figures: object) => (await t.post(at('record-measurement?wait=5'), { ...configuration, ...figures })).json.result
    expect((await measured({ throughput: 300, memory_usage: 800 })).warnings).toBeUndefined()
    const { warnings, measurement_id } = await measured({ throughput: 30, latency: 267, memory_usage: 8000 })
    expect(warnings).toEqual([
      expect.stringMatching(/^throughput 30 samples\/s is far from the 300 samples\/s predicted from all that was known before \(90 % interval 28\d\.?\d* to 3\d\d\.?\d*\)\.$/),
      expect.stringMatching(/^memory_usage 8,000 MB is far from the 800 MB predicted/),
      `If it is a slip, take it back and record it anew: DELETE /api/db/predictive-performance/measurements/${measurement_id} (with a key of scope write:measurements)`,
    ])
    expect((await t.send({ method: 'DELETE', url: `/api/db/predictive-performance/measurements/${measurement_id}` })).status).toBe(200)
    expect((await measured({ throughput: 310 })).warnings).toBeUndefined()
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
