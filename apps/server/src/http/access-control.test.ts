import type { RouteAccess, Scope } from '@benchcast/core/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controlKey } from '../keys/control-file.ts'
import { readEnvironmentKeys } from '../keys/environment-keys.ts'
import { KeyRing } from '../keys/key-ring.ts'
import { newKeyText } from '../keys/key-text.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { AccessControl, type Asked } from './access-control.ts'

const RIGHT = 'kf83-Qm2x-71Za-pL0w'
const OTHER = 'zz83-Qm2x-71Za-pL0w'
const ring = (text: string) => new KeyRing(readEnvironmentKeys(text), () => '2026-01-01T00:00:00Z')
const route = (scope: Scope, keyed = scope === 'db:read'): RouteAccess => ({ scope, keyed })
const asked = (key: string | undefined, to: RouteAccess, ip = '127.0.0.1'): Asked => ({ headers: key === undefined ? {} : { 'x-api-key': key }, ip, route: to, target: 'GET /' })
const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'allowed'
}

describe('Access', () => {
  const one = ring(`reader:${RIGHT}@db:read,all:${OTHER}@admin`)

  it.each([
    ['the database without a key', undefined, 'db:read', false, 'unauthorized'],
    ['the database with a wrong one', `${RIGHT}x`, 'db:read', false, 'unauthorized'],
    ['the database with the right one', RIGHT, 'db:read', false, 'allowed'],
    ['the administration with one for reading', RIGHT, 'admin', false, 'insufficient_scope'],
    ['anything with that of an administrator', OTHER, 'db:read', true, 'allowed'],
    ['what is open without a key', undefined, 'read', false, 'allowed'],
    ['what is open with a wrong one', 'wrong', 'read', false, 'unauthorized'],
    ['what is open with one of another scope', RIGHT, 'write:benchmarks', false, 'allowed'],
    ['what is open to all but asks for a key today', undefined, 'read', true, 'unauthorized'],
    ['the same with one of another scope', RIGHT, 'read', true, 'insufficient_scope'],
    ['health with a wrong key', 'wrong', 'public', true, 'allowed'],
  ] as const)('to %s', (_, key, scope, requireKey, outcome) => {
    const to = route(scope, scope === 'db:read' || scope === 'admin')
    expect(code(() => new AccessControl(one, { requireKey }).check(asked(key, to)))).toBe(outcome)
  })

  it('lets whoever sends a key of old where none is needed pass while there are no keys at all', () => {
    const none = new AccessControl(new KeyRing([controlKey().key], () => '2026-01-01T00:00:00Z'), { requireKey: false })
    expect(none.check(asked('your-api-key', route('read')))).toMatchObject({ keyId: null, who: 'anonymous' })
    expect(() => none.check(asked('your-api-key', route('db:read')))).toThrow(/^Invalid or missing API Key\. .*benchcast keys create/)
  })

  it('to running models needs a key once there is one', () => {
    const may = (keys: string, requireKey = false) => new AccessControl(ring(keys), { requireKey }).check(asked(undefined, route(requireKey ? 'public' : 'read'))).may('models:run')
    expect([may(''), may(`reader:${RIGHT}@db:read`), may('', true)]).toEqual([true, false, false])
    const runner = new AccessControl(ring(`r:${RIGHT}@models:run`), { requireKey: false }).check(asked(RIGHT, route('read')))
    expect([runner.may('models:run'), runner.may('db:read'), runner.who]).toEqual([true, false, 'r'])
  })
})

describe('The key of the command line', () => {
  it('is good from this machine alone', () => {
    const { key, text } = controlKey()
    const access = new AccessControl(new KeyRing([key], () => '2026-01-01T00:00:00Z'), { requireKey: true })
    const from = (ip: string, localAddress?: string) => code(() => access.check({ ...asked(text, route('admin', true), ip), localAddress }))
    expect([from('127.0.0.1'), from('::1'), from('10.0.0.2', '10.0.0.2'), from('10.0.0.3', '10.0.0.2')]).toEqual(['allowed', 'allowed', 'allowed', 'unauthorized'])
  })
})

describe('The audit log', () => {
  it('says who deleted, exported and ran what, and nothing of requests that did nothing', async () => {
    const t = await openTestApp()
    const audit = async () => (await t.get('/api/audit?limit=1000')).json.entries.filter(({ action }: { action: string }) => !action.startsWith('key.'))
    expect((await t.send({ method: 'DELETE', url: '/api/test/db/run/none' })).status).toBe(404)
    expect((await t.post('/api/test/db/export', { filename: 'all.json' })).status).toBe(200)
    await t.services.keys.audit.settled()
    expect(await audit()).toMatchObject([{ action: 'data.exported', who: 'tests', key_id: 'env-tests', address: '127.0.0.1', target: 'POST /api/test/db/export', outcome: 'ok' }])
    await t.close()
  }, 30_000)
})

describe('Guessing keys', () => {
  it('ends after ten wrong ones a minute from one address, and goes on for nobody else', () => {
    let ms = 0
    const access = new AccessControl(ring(`a:${RIGHT}@db:read,b:${OTHER}@db:read`), { requireKey: false }, undefined, () => ms)
    const call = (key: string | undefined, ip: string) => code(() => access.check(asked(key, route('db:read'), ip)))
    expect(call(RIGHT, '10.0.0.1')).toBe('allowed')
    for (let i = 0; i < 10; i += 1) expect(call(newKeyText().text, '10.0.0.1')).toBe('unauthorized')
    expect(call(newKeyText().text, '10.0.0.1')).toBe('rate_limited')
    expect([call(OTHER, '10.0.0.1'), call(RIGHT, '10.0.0.1'), call(undefined, '10.0.0.1'), call(OTHER, '10.0.0.2')]).toEqual(['rate_limited', 'allowed', 'unauthorized', 'allowed'])
    ms = 7000
    expect(call(OTHER, '10.0.0.1')).toBe('allowed')
    for (let i = 0; i < 12; i += 1) call('wrong', `2001:db8:1:2::${i}`)
    expect([call(OTHER, '2001:db8:1:2:ffff::1'), call(OTHER, '2001:db8:1:3::1')]).toEqual(['rate_limited', 'allowed'])
  })
})

describe('The database API', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await openTestApp()
  }, 30_000)
  afterAll(() => t.close())

  it('answers 401 without a key and 200 with one, under both forms of the path and however it is written', async () => {
    for (const path of ['/api/test/db/runs', '/api/db/test/runs', '/api/test/%64b/runs', '/%61pi/db/test/runs']) {
      const { status, json, headers } = await t.get(path, { 'x-api-key': '' })
      expect([path, status, json.code, json.detail]).toEqual([path, 401, 'unauthorized', 'Invalid or missing API Key'])
      expect(headers['www-authenticate']).toBe('Bearer realm="benchcast"')
    }
    expect((await t.get('/api/db/test/runs')).status).toBe(200)
    expect((await t.send({ method: 'HEAD', url: '/api/db/test/runs', headers: { 'x-api-key': '' } })).status).toBe(401)
  })
})
