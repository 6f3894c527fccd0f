import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t.close())

const path = `${PREFIX}/run-benchmark`
const withChanges = (changes: object) => JSON.stringify({ ...SEED_REQUEST, ...changes })
const without = (field: string) => withChanges({ [field]: undefined })
const predictions = (values: unknown) => withChanges({ model_predictions: { 'model-1': values, 'model-2': [0, 1, 1, 1, 0] } })
const regression = (values: unknown, truth: unknown = [1, 2, 3, 4, 5]) => withChanges({ task_type: 'regression', ground_truth: truth, model_predictions: { m: values }, model_metadata: null })
const raw = (fragment: string) => predictions([0, 1, 0, 1, 'X']).replace('"X"', fragment)
const nested = (depth: number) => withChanges({ extra: JSON.parse('['.repeat(depth) + ']'.repeat(depth)) })

describe('What makes no sense is refused with 400 and a sentence that names the place', () => {
  it.each([
    ['a list of another length', predictions([0, 1]), 'length_mismatch', ['model-1', '2', '5']],
    ['an unknown task type', withChanges({ task_type: 'magic' }), 'unknown_task_type', ['magic', 'classification', 'multimodal']],
    ['no models', withChanges({ model_predictions: {} }), 'invalid_data', ['model_predictions']],
    ['no samples', withChanges({ ground_truth: [], model_predictions: { m: [] }, model_metadata: null }), 'invalid_data', ['ground_truth']],
    ['null among the predictions', predictions([0, 1, null, 1, 0]), 'missing_value', ['model-1', '2']],
    ['null in ground_truth', withChanges({ ground_truth: [0, null, 0, 1, 0] }), 'missing_value', ['ground_truth', '1']],
    ['mixed label kinds', predictions([0, 1, 'yes', 1, 0]), 'mixed_values', ['model-1']],
    ['an object as a label', predictions([0, 1, {}, 1, 0]), 'mixed_values', ['model-1']],
    ['a text among regression values', regression([1, 2, '3', 4, 5]), 'mixed_values', ['m', '2']],
    ['ragged probability rows', withChanges({ model_probabilities: { 'model-1': [[0.1, 0.9], [1], [0.5, 0.5], [0.5, 0.5], [0.5, 0.5]] } }), undefined, ['model-1', '1']],
    ['a metric in metadata that is no number', withChanges({ model_metadata: { 'model-1': { latency_ms: 'fast' } } }), 'mixed_values', ['model-1', 'latency_ms']],
    ['metadata of a model without predictions', withChanges({ model_probabilities: { ghost: [0, 1, 0, 1, 0] } }), 'unknown_model', ['ghost']],
    ['a metric nobody knows', withChanges({ metrics: ['beauty'] }), 'unknown_metric', ['beauty']],
    ['NaN', raw('NaN'), 'not_finite', ['NaN', 'model-1']],
    ['Infinity', raw('-Infinity'), 'not_finite', ['Infinity', 'model-1']],
    ['a number beyond a double', raw('1e400'), 'not_finite', ['1e400', 'model-1']],
    ['an escaped NUL', raw(String.raw`"a\u0000b"`), 'malformed_json', ['NUL']],
    ['a key twice', withChanges({}).replace('"dataset_id"', '"dataset_id":"x","dataset_id"'), 'duplicate_key', ['dataset_id']],
    ['a __proto__ key', withChanges({}).replace('"model-1":[', '"__proto__":['), 'malformed_json', ['__proto__']],
    ['nesting beyond 32 levels', nested(40), 'malformed_json', ['32']],
    ['very deep nesting', '['.repeat(20_000), 'malformed_json', ['32']],
    ['a truncated body', withChanges({}).slice(0, -20), 'malformed_json', ['cut off']],
    ['an empty body', '', 'malformed_json', ['empty']],
    ['a trailing comma', '{"a":1,}', 'malformed_json', []],
    ['a second value', '{} {}', 'malformed_json', []],
    ['single quotes', "{'a': 1}", 'malformed_json', []],
    ['a byte order mark', '\ufeff{}', 'malformed_json', ['byte order mark']],
  ])('%s', async (_, body, code, words) => {
    const { status, json, headers } = await t.post(path, body)
    expect([status, headers['content-type'], json.status]).toEqual([400, 'application/problem+json; charset=utf-8', 400])
    if (code !== undefined) expect(json.code).toBe(code)
    for (const word of words) expect(json.detail).toContain(word)
  })
})

describe('What does not match the schema is refused with 422 and a pointer', () => {
  it.each([
    ['no benchmark_name', without('benchmark_name'), '/benchmark_name', 'missing', 'benchmark_name is required'],
    ['no dataset_id', without('dataset_id'), '/dataset_id', 'missing', 'dataset_id is required'],
    ['no task_type', without('task_type'), '/task_type', 'missing', 'task_type is required'],
    ['no model_predictions', without('model_predictions'), '/model_predictions', 'missing', 'model_predictions is required'],
    ['no ground_truth', without('ground_truth'), '/ground_truth', 'missing', 'ground_truth is required'],
    ['a number as name', withChanges({ benchmark_name: 7 }), '/benchmark_name', 'invalid_type', 'must be a string, not the number 7'],
    ['an empty name', withChanges({ benchmark_name: '' }), '/benchmark_name', 'too_small', 'must not be empty'],
    ['a name of 1001 characters', withChanges({ benchmark_name: 'n'.repeat(1001) }), '/benchmark_name', 'too_big', 'at most 1000'],
    ['an id of 257 characters', withChanges({ dataset_id: 'd'.repeat(257) }), '/dataset_id', 'too_big', 'at most 256'],
    ['half a surrogate pair', raw('0').replace('credit-risk-dataset-1', String.raw`x\ud800`), '/dataset_id', 'custom', 'surrogate'],
    ['predictions that are a list', withChanges({ model_predictions: [1] }), '/model_predictions', 'invalid_type', 'must be an object, not an array'],
    ['predictions of a model that are a text', predictions('0101'), '/model_predictions/model-1', 'custom', 'must be an array'],
    ['ground_truth that is an object', withChanges({ ground_truth: {} }), '/ground_truth', 'custom', 'must be an array'],
    ['metadata that is no object', withChanges({ model_metadata: { 'a/b~c': 5 } }), '/model_metadata/a~1b~0c', 'invalid_type', "model_metadata['a/b~c'] must be an object"],
    ['a level beyond 1', withChanges({ confidence: { level: 1.5 } }), '/confidence/level', 'too_big', 'confidence.level must be at most 0.999999'],
    ['an average nobody knows', withChanges({ average: 'median' }), '/average', 'invalid_value', 'one of auto, binary'],
    ['a list as the body', '[]', '', 'invalid_type', 'The body must be an object, not an array'],
    ['null as the body', 'null', '', 'invalid_type', 'The body must be an object, not null'],
  ])('%s', async (_, body, pointer, code, sentence) => {
    const { status, json, headers } = await t.post(path, body)
    expect([status, headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect(json.errors).toContainEqual({ pointer, code, detail: expect.stringContaining(sentence) })
    expect(json.detail).toContain(sentence)
  })

  it('names every faulty place, not only the first', async () => {
    const { json } = await t.post(path, {})
    expect(json.errors.map((e: { pointer: string }) => e.pointer)).toEqual(['/benchmark_name', '/dataset_id', '/task_type', '/model_predictions', '/ground_truth'])
    expect(json.detail).toBe('benchmark_name is required. (and 4 more problems)')
  })
})

describe('What the request itself gets wrong', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'nonsense', 'application/json; charset=utf-16'])(
    'a body of type %s is refused with 415',
    async (type) => {
      const { status, json } = await t.post(path, SEED_REQUEST, { 'content-type': type })
      expect([status, json.code]).toEqual([415, 'unsupported_media_type'])
    },
  )

  it('a compressed body is refused with 415', async () => {
    expect((await t.post(path, SEED_REQUEST, { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('a body without a type is refused with 415, and none at all with 400', async () => {
    expect((await t.send({ method: 'POST', url: path, payload: Buffer.from('{}') })).status).toBe(415)
    expect((await t.send({ method: 'POST', url: path })).status).toBe(400)
  })

  it('an unknown path is 404 "Not Found", whatever it carries', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
      const { status, json } = await t.send({ method, url: '/nowhere', headers: { 'content-type': 'text/plain' }, ...(method === 'GET' ? {} : { payload: 'x' }) })
      expect([status, json.detail]).toEqual([404, 'Not Found'])
    }
  })

  it('a slash written as %2F is part of a name: the path is another one, and there is none', async () => {
    for (const url of ['/api/db%2Foverview', '/openapi.json%2F', '/api%2Ftest%2Ftypes']) expect([url, (await t.get(url)).status]).toEqual([url, 404])
  })

  it('a wrong method is 405 "Method Not Allowed" with Allow', async () => {
    const { status, json, headers } = await t.get(path)
    expect([status, json.detail, headers.allow]).toEqual([405, 'Method Not Allowed', 'POST, OPTIONS'])
    expect((await t.post('/docs', {})).headers.allow).toBe('GET, HEAD, OPTIONS')
    const patch = await t.send({ method: 'PATCH', url: `${PREFIX}/models/a%2Fb/performance-history` })
    expect([patch.status, patch.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  it('OPTIONS tells the methods', async () => {
    const { status, headers } = await t.send({ method: 'OPTIONS', url: path })
    expect([status, headers.allow]).toEqual([204, 'POST, OPTIONS'])
  })

  it('a path that is written out has its own methods, not those of a record of that name', async () => {
    const allowed = async (name: string) => (await t.send({ method: 'OPTIONS', url: `/api/db/predictive-performance/feedback/${name}` })).headers.allow
    expect([await allowed('delete'), await allowed('export'), await allowed('fb-1')]).toEqual(['POST, OPTIONS', 'GET, HEAD, OPTIONS', 'DELETE, OPTIONS'])
  })

  it('GET with a JSON content type and no body is normal', async () => {
    expect((await t.get(`${PREFIX}/task-types`, { 'content-type': 'application/json' })).status).toBe(200)
  })

  it.each([
    [`${PREFIX}/models/a%00b/performance-history`, 422],
    [`${PREFIX}/benchmark-runs?name=%00`, 422],
    [`${PREFIX}/benchmark-runs?${'a=1&'.repeat(60)}`, 422],
    [`${PREFIX}/models/%zz/performance-history`, 400],
    [`${PREFIX}/models/%ff/performance-history`, 400],
    [`${PREFIX}/models/${'x'.repeat(257)}/performance-history`, 422],
    [`${PREFIX}/models/${'x'.repeat(9000)}/performance-history`, 414],
    [`${PREFIX}/benchmark-runs/${encodeURIComponent('../../etc/passwd')}`, 404],
    [`${PREFIX}/benchmark-runs/%3Cscript%3E`, 404],
  ])('GET %.90s is answered %i', async (url, expected) => {
    const { status, json } = await t.get(url)
    expect(status).toBe(expected)
    expect(json.detail).toEqual(expect.any(String))
  })

  it('a problem says who, what, where, and never shows a stack', async () => {
    const { json, text, headers } = await t.post(`${path}?x=1`, { ...SEED_REQUEST, ground_truth: [1] }, { 'x-request-id': 'my-request_1' })
    expect(json).toMatchObject({ type: `urn:benchcast:problem:${json.code}`, title: expect.any(String), instance: path, request_id: 'my-request_1' })
    expect(headers['x-request-id']).toBe('my-request_1')
    expect(text).not.toMatch(/\bat .*\.ts|node_modules|stack/)
  })
})
