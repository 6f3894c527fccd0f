import { once } from 'node:events'
import { createServer, get as httpGet, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { Hops, sendRaw } from '../testing/gateway-to.ts'

const hops = new Hops()
afterEach(() => hops.end())
afterAll(() => hops.close())

const problemOf = async (answer: Response) => (await answer.json()) as { readonly code: string; readonly detail: string; readonly request_id: string }

describe('the gateway forwards', () => {
  it('method, path with encoded slashes, query, headers and the bytes of the body, and the answer as it is', async () => {
    const body = Buffer.from(' {"a" :1,\u00e9}')
    const seen: unknown[] = []
    const service = await hops.serving(async (request, response) => {
      const { method, url, headers } = request
      seen.push(method, url, headers['x-mine'], headers['x-request-id'], headers.origin, headers.te, Buffer.concat(await request.toArray()))
      response.writeHead(418, { 'content-type': 'text/odd', 'x-theirs': 'yes', connection: 'close', 'content-length': 3 }).end('no\n')
    })
    const { url } = await hops.gatewayTo(service)
    const headers = { 'content-type': 'application/json', 'x-mine': 'yes', 'x-request-id': 'mine-1', te: 'trailers' }
    const answer = await fetch(`${url}/api/benchmark/unknown/open%2Fai?a=1&a=2&b=%20`, { method: 'PUT', headers, body })
    expect(seen).toEqual(['PUT', '/api/benchmark/unknown/open%2Fai?a=1&a=2&b=%20', 'yes', 'mine-1', undefined, undefined, body])
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-theirs'), answer.headers.get('x-request-id'), await answer.text()]).toEqual([
      418,
      'text/odd',
      'yes',
      'mine-1',
      'no\n',
    ])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('only whole path segments, and nothing that a service may read as another path', async () => {
    const asked: string[] = []
    const { url } = await hops.gatewayTo(
      await hops.serving(({ url: path = '' }, response) => {
        asked.push(path)
        response.end('{}')
      }),
    )
    const raw = async (path: string) => Number((await sendRaw(url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).split(' ')[1])
    const paths = [
      '/api/benchmarks',
      '/api/benchmark%2Fdb/x',
      '/api/benchmark/db%2Fruns',
      '/api/benchmark/x/../db/runs',
      '/api/benchmark/x/%2e%2e/db/runs',
      '/api/benchmark//db/runs',
      '/api/benchmark/x%5cdb',
    ]
    expect(await Promise.all(paths.map(raw))).toEqual([404, 404, 404, 400, 400, 400, 400])
    expect(await Promise.all(['/api/benchmark/db/runs', '/api/%62enchmark/%64b/runs', '/api/benchmark/db/unknown', '/api/db/benchmark/unknown'].map(raw))).toEqual([401, 401, 401, 401])
    expect(asked).toEqual([])
  })

  it('one request after the other on one connection', async () => {
    const service = createServer((_, response) => void response.end('{}'))
    let connections = 0
    const { url } = await hops.gatewayTo(await hops.listen(service.on('connection', () => (connections += 1))))
    for (let i = 0; i < 10; i += 1) await (await fetch(`${url}/api/benchmark/models`)).text()
    expect(connections).toBe(1)
  })

  it.each([
    ['GET', 'Content-Length: 5\r\nConnection: close, content-length', 'hello'],
    ['DELETE', 'Transfer-Encoding: chunked\r\nConnection: close, transfer-encoding', '5\r\nhello\r\n0\r\n\r\n'],
    ['POST', 'Connection: close', ''],
  ])('a %s with the head "%s" so that its body ends where it ended', async (method, head, body) => {
    const seen: unknown[] = []
    const service = await hops.serving(async (request, response) => {
      seen.push(request.method, String(Buffer.concat(await request.toArray())))
      response.end('{}')
    })
    const { url } = await hops.gatewayTo(service)
    const answer = await sendRaw(url, `${method} /api/benchmark/unknown HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n${head}\r\n\r\n${body}`)
    expect([answer.slice(0, 12), ...seen]).toEqual(['HTTP/1.1 200', method, body === '' ? '' : 'hello'])
  })

  it('the answer of a service that does not read the whole body', async () => {
    const service = await hops.serving((_, response) => void response.writeHead(413, { 'content-length': 9 }).end('too large'))
    const { url } = await hops.gatewayTo(service)
    const answer = await fetch(`${url}/api/benchmark/echo`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: Buffer.alloc(8 * 1024 * 1024) })
    expect([answer.status, await answer.text()]).toEqual([413, 'too large'])
  })

  it('no faster than the caller reads, whose pauses are not the silence of the service', async () => {
    const bytes = 32 * 1024 * 1024
    const service = await hops.serving((_, response) => void response.writeHead(200, { 'content-length': bytes }).end(Buffer.alloc(bytes)))
    const { url } = await hops.gatewayTo(service)
    const [answer] = (await once(httpGet(`${url}/api/benchmark/large`), 'response')) as [IncomingMessage]
    await sleep(2000)
    let length = 0
    for await (const piece of answer) length += (piece as Buffer).length
    expect(length).toBe(bytes)
  })

  it('large bodies in both directions without holding them', async () => {
    const service = await hops.serving((request, response) => void request.pipe(response))
    const { url } = await hops.gatewayTo(service, 10)
    const body = Buffer.alloc(8 * 1024 * 1024, 'abc')
    const answer = await fetch(`${url}/api/benchmark/echo`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body })
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true)
  })

  it('events as they come, for longer than a service may otherwise be silent', async () => {
    const opened: ServerResponse[] = []
    const service = await hops.serving((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      opened.push(response)
    })
    const { url } = await hops.gatewayTo(service)
    const answer = await fetch(`${url}/api/benchmark/events`, { headers: { accept: 'text/event-stream' } })
    const reader = answer.body!.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n')
    await sleep(2500)
    opened[0]!.end('data: 2\n\n')
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 2\n\n')
  })
})

describe('when a service fails, the gateway', () => {
  const get = (url: string) => fetch(`${url}/api/benchmark/models`)

  it('answers 502 that names it when nothing listens, at once, and after some failures without asking', async () => {
    const gone = await hops.misbehaving(() => {})
    hops.end()
    const { url, upstream } = await hops.gatewayTo(gone)
    for (let i = 0; i < 6; i += 1) {
      const answer = await get(url)
      expect([answer.status, Number(answer.headers.get('retry-after')) >= 1]).toEqual([502, true])
      expect(await problemOf(answer)).toMatchObject({ code: 'upstream_unavailable', detail: expect.stringContaining('The Benchmark API is not available') })
    }
    expect(upstream.breaker.isOpen).toBe(true)
  })

  it('answers 504 that names it when it is slow', async () => {
    const { url } = await hops.gatewayTo(await hops.serving(() => {}))
    const answer = await get(url)
    expect([answer.status, await problemOf(answer)]).toMatchObject([504, { code: 'upstream_timeout', detail: 'The Benchmark API did not answer within 1 s.' }])
  })

  it.each([
    ['resets the connection', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['ends the connection in the middle of its answer', (socket: Socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))],
    ['changes the protocol unasked', (socket: Socket) => socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: odd\r\nConnection: Upgrade\r\n\r\n'))],
    ['answers what is no HTTP', (socket: Socket) => socket.once('data', () => socket.end('hello\r\n\r\n'))],
  ])('answers 502 when it %s', async (_, meet) => {
    const { url } = await hops.gatewayTo(await hops.misbehaving(meet))
    const answer = await get(url)
    expect([answer.status, await problemOf(answer)]).toMatchObject([502, { code: 'upstream_unavailable' }])
  })

  it('gives no more than the length it said, and goes on with the next request', async () => {
    const { url } = await hops.gatewayTo(
      await hops.misbehaving((socket) => socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrueHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged'))),
    )
    expect(await (await get(url)).text()).toBe('true')
    expect(await (await get(url)).text()).toBe('true')
  })

  it('takes nothing for an answer that comes unasked', async () => {
    const { url } = await hops.gatewayTo(
      await hops.misbehaving((socket) =>
        socket.on('data', () => {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrue')
          setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged'), 20)
        }),
      ),
    )
    for (let i = 0; i < 3; i += 1) {
      expect(await (await get(url)).text()).toBe('true')
      await sleep(100)
    }
  })

  it('breaks the connection of the caller when part of a large answer was passed on', async () => {
    const { url } = await hops.gatewayTo(
      await hops.misbehaving((socket) =>
        socket.once('data', () => {
          socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n${'x'.repeat(100_000)}`)
          setTimeout(() => socket.destroy(), 200)
        }),
      ),
    )
    const answer = await get(url)
    await expect(answer.text()).rejects.toThrow()
  })

  it.each([
    ['GET', {}, 2],
    ['POST', {}, 1],
    ['POST', { 'idempotency-key': 'once' }, 2],
  ])('sends a %s with the headers %j %i time(s) when the connection breaks before the answer', async (method, headers, times) => {
    let asked = 0
    const { url } = await hops.gatewayTo(
      await hops.misbehaving((socket) =>
        socket.once('data', () => {
          asked += 1
          socket.destroy()
        }),
      ),
    )
    const answer = await fetch(`${url}/api/benchmark/unknown`, { method, headers: { 'content-type': 'application/json', ...headers }, ...(method === 'POST' && { body: '{}' }) })
    expect([answer.status, asked]).toEqual([502, times])
  })

  it('serves everything else, and says in /health who is down', async () => {
    const { url, upstream } = await hops.gatewayTo('http://127.0.0.1:1')
    upstream.isHealthy = false
    const health = (await (await fetch(`${url}/health`)).json()) as { services: object }
    expect(health.services).toMatchObject({ benchmark: false, test: true, 'predictive-performance': true, 'model-performance': true })
    expect((await fetch(`${url}/api/test/types`)).status).toBe(200)
  })
})
