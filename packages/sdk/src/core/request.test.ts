import { describe, expect, it } from 'vitest'
import { onWire } from '../classic/camel-case.ts'
import { jsonOf } from './body.ts'
import { type Logger, levelOf, limited, redacted } from './logger.ts'
import { path, prepare } from './request.ts'

const DEFAULTS = { baseUrl: 'http://server', apiKey: undefined, headers: {} }

describe('A request', () => {
  it('has its query without what is left out', () => {
    const query = { limit: 5, model_name: 'a b/c', cursor: undefined, days: null, accepted: false, models: ['a', 'b'], start_time: new Date(0) }
    expect(prepare({ method: 'GET', path: '/list', query }, DEFAULTS, {}).url).toBe('http://server/list?limit=5&model_name=a+b%2Fc&accepted=false&models=a%2Cb&start_time=1970-01-01T00%3A00%3A00.000Z')
  })

  it('carries a key only when there is one, and an Idempotency-Key exactly when it is a POST, a new one each time', () => {
    const get = prepare({ method: 'GET', path: '/' }, DEFAULTS, {}).headers
    expect([get.get('x-api-key'), get.get('idempotency-key'), get.get('content-type')]).toEqual([null, null, null])
    const post = () => prepare({ method: 'POST', path: '/', body: {} }, { ...DEFAULTS, apiKey: 'secret' }, {}).headers
    expect([post().get('x-api-key'), post().get('content-type')]).toEqual(['secret', 'application/json'])
    expect(post().get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
    expect(post().get('idempotency-key')).not.toBe(post().get('idempotency-key'))
    expect(prepare({ method: 'POST', path: '/' }, DEFAULTS, { idempotencyKey: 'mine' }).headers.get('idempotency-key')).toBe('mine')
  })

  it('has the headers of the client and of the call, of which undefined takes one away', () => {
    const { headers } = prepare({ method: 'GET', path: '/' }, { ...DEFAULTS, headers: { 'x-team': 'a', 'x-other': 'b' } }, { headers: { 'X-Team': undefined, accept: 'text/csv' } })
    expect([headers.get('x-team'), headers.get('x-other'), headers.get('accept')]).toEqual([null, 'b', 'text/csv'])
  })

  it('escapes what is put into its path, and refuses what would lead elsewhere', () => {
    expect(path`/models/${'openai/whisper tiny?'}/history`).toBe('/models/openai%2Fwhisper%20tiny%3F/history')
    for (const value of ['', '.', '..', undefined as never]) expect(() => path`/runs/${value}`).toThrow(/after \/runs\//)
  })

  it('sends typed arrays as arrays', () => {
    const body = { ground_truth: new Uint8Array([0, 1]), model_probabilities: { a: [new Float32Array([0.5]), [1]] }, note: { deep: [{ x: 1 }] } }
    expect(JSON.parse(jsonOf(body))).toEqual({ ground_truth: [0, 1], model_probabilities: { a: [[0.5], [1]] }, note: { deep: [{ x: 1 }] } })
  })
})

it('names in camelCase become those of the wire; what they hold stays as it is', () => {
  expect(onWire({ modelName: 'm', modelMetadata: { myModel: { latencyMs: 1 } }, wait: 3 })).toEqual({ model_name: 'm', model_metadata: { myModel: { latencyMs: 1 } }, wait: 3 })
})

describe('Log lines', () => {
  it('never hold what carries a key', () => {
    expect(redacted(new Headers({ 'X-API-Key': 'secret', Authorization: 'Bearer secret', accept: 'a' }))).toEqual({ 'x-api-key': '***', authorization: '***', accept: 'a' })
  })

  it('below the level are left out', () => {
    const lines: string[] = []
    const write = (_: object, message: string) => void lines.push(message)
    const logger: Logger = limited({ error: write, warn: write, info: write, debug: write }, 'warn')
    logger.error({}, 'error')
    logger.warn({}, 'warn')
    logger.info({}, 'info')
    logger.debug({}, 'debug')
    expect([lines, levelOf('debug'), levelOf('loud' as never)]).toEqual([['error', 'warn'], 'debug', 'warn'])
  })
})
