import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, PREFIX, SEED_REQUEST, type TestApp } from '../testing/test-app.ts'
import { RateLimiter } from './rate-limit.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({ corsOrigins: ['https://friend.example'], allowedHosts: ['bench.local'], rateLimit: true })
})
afterAll(() => t.close())

const path = `${PREFIX}/compare-models`

describe('Who may call', () => {
  it.each(['localhost:8080', '127.0.0.1', '[::1]:8080', 'LOCALHOST', 'bench.local:1'])('the host %s is answered', async (host) => {
    expect((await t.get('/health', { host })).status).toBe(200)
  })

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', 'evil.example:8080', '[::1].evil'])('the host %s is refused with 421', async (host) => {
    const { status, json } = await t.get('/health', { host })
    expect([status, json.code]).toEqual([421, 'misdirected_request'])
  })

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1.nip.io', 'http://localhost@evil.example', 'file://localhost'])(
    'a page of %s may not change anything',
    async (origin) => {
      const { status, json } = await t.post(path, SEED_REQUEST, { origin, host: 'localhost:8080' })
      expect([status, json.code]).toEqual([403, 'forbidden'])
    },
  )

  it('a page of this server, of this machine and of an allowed origin may', async () => {
    for (const origin of ['http://localhost:8080', 'http://localhost:9999', 'https://127.0.0.1', 'http://[::1]:3000', 'https://friend.example']) {
      expect((await t.post(path, { model_ids: ['nobody'] }, { origin, host: 'localhost:8080' })).status).toBe(400)
    }
  })

  it('only an allowed origin can read answers across origins, also by preflight', async () => {
    const preflight = { 'access-control-request-method': 'POST' }
    const friend = await t.send({ method: 'OPTIONS', url: path, headers: { origin: 'https://friend.example', ...preflight } })
    expect(friend.headers).toMatchObject({ 'access-control-allow-origin': 'https://friend.example', vary: 'Origin' })
    expect(friend.headers['access-control-allow-headers']).toContain('Idempotency-Key')
    expect(friend.headers['access-control-allow-headers']).toContain('X-API-Key')
    expect(friend.headers['access-control-allow-credentials']).toBeUndefined()
    expect((await t.get('/health', { origin: 'http://localhost:5173' })).headers['access-control-allow-origin']).toBe('http://localhost:5173')
    const stranger = await t.send({ method: 'OPTIONS', url: path, headers: { origin: 'https://evil.example', ...preflight } })
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('Every answer', () => {
  it.each(['/health', '/nowhere', '/metrics', `${PREFIX}/models/%zz/performance-history`])('%s carries the security headers and a request id', async (url) => {
    const { headers } = await t.get(url)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-request-id': expect.stringMatching(/^req-/) })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('replaces a request id that could forge a log line', async () => {
    for (const id of ['a b', 'x'.repeat(65), 'ünï', '{"a":1}']) expect((await t.get('/health', { 'x-request-id': id })).headers['x-request-id']).toMatch(/^req-/)
  })
})

describe('Rate limits', () => {
  it('are told in every answer', async () => {
    expect((await t.post(path, {})).headers).toMatchObject({ 'ratelimit-policy': '"writes";q=200;w=2', ratelimit: expect.stringMatching(/^"writes";r=\d+;t=\d+$/) })
  })

  it('let a burst through, then refuse until time has passed, for each key alone', () => {
    let ms = 0
    const limiter = new RateLimiter(true, () => ms)
    const reply = { header: () => reply } as never
    const call = (keyId: string | null, method = 'POST', ip = '10.0.0.1') => limiter.check({ ip, method, access: { keyId } } as never, reply)
    for (let i = 0; i < 200; i++) call('a')
    expect(() => call('a')).toThrow(expect.objectContaining({ code: 'rate_limited', retryAfterSeconds: 1 }))
    call('b')
    call('a', 'GET')
    ms = 500
    for (let i = 0; i < 50; i++) call('a')
    expect(() => call('a')).toThrow('100 writes per second')
    for (let i = 0; i < 40; i++) call(null, 'GET')
    expect(() => call(null, 'POST')).toThrow('20 requests per second came from this address')
    for (let i = 0; i < 200; i++) call(null, 'POST', '127.0.0.1')
  })

  it('leave this machine alone unless asked', () => {
    const limiter = new RateLimiter(false, () => 0)
    for (let i = 0; i < 1000; i++) limiter.check({ ip: '127.0.0.1', method: 'POST' } as never, undefined as never)
  })
})
