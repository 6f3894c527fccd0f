import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer, type Server as NetServer, type Socket } from 'node:net'
import type { ComponentName } from '@benchcast/core/api'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openTestApp } from '../testing/test-app.ts'
import { Remotes } from './remotes.ts'
import { Upstream } from './upstream.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function listen<S extends NetServer>(server: S): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanups.push(() => {
    ;(server as unknown as Partial<Server>).closeAllConnections?.()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A service that answers HTTP. */
const serving = (answer: RequestListener): Promise<string> => listen(createHttpServer(answer))
/** A service that does with its connections what it likes. */
const misbehaving = (meet: (socket: Socket) => void): Promise<string> => listen(createServer((socket) => meet(socket.on('error', () => {}))))

/** A gateway that forwards the benchmark component to this address; gives its own address. */
async function gatewayTo(url: string, upstreamSeconds = 1): Promise<{ readonly url: string; readonly upstream: Upstream }> {
  const upstream = new Upstream({ title: 'Benchmark API', url })
  const remotes = new Remotes(new Map<ComponentName, Upstream>([['benchmark', upstream]]))
  const { app, close } = await openTestApp({ upstreamSeconds }, { remotes })
  cleanups.push(async () => {
    await close()
    await remotes.close()
  })
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), upstream }
}

const problemOf = async (answer: Response) => (await answer.json()) as { readonly code: string; readonly detail: string; readonly request_id: string }

describe('the gateway forwards', () => {
  it('method, path with encoded slashes, query, headers and the bytes of the body, and the answer as it is', async () => {
    const body = Buffer.from(' {"a" :1,\u00e9}')
    const seen: unknown[] = []
    const service = await serving(async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece as Buffer)
      seen.push(request.method, request.url, request.headers['x-mine'], request.headers['x-request-id'], request.headers.origin, request.headers.te, Buffer.concat(pieces))
      response.writeHead(418, { 'content-type': 'text/odd', 'x-theirs': 'yes', connection: 'close', 'content-length': 3 }).end('no\n')
    })
    const { url } = await gatewayTo(service)
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
    const { url } = await gatewayTo(
      await serving(({ url: path = '' }, response) => {
        asked.push(path)
        response.end('{}')
      }),
    )
    const { hostname, port } = new URL(url)
    const raw = async (path: string) => {
      const socket = new (await import('node:net')).Socket().connect(Number(port), hostname)
      let text = ''
      socket.on('data', (data) => (text += data)).write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
      await once(socket, 'close')
      return Number(text.split(' ')[1])
    }
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

  it('large bodies in both directions without holding them', async () => {
    const service = await serving((request, response) => void request.pipe(response))
    const { url } = await gatewayTo(service, 10)
    const body = Buffer.alloc(8 * 1024 * 1024, 'abc')
    const answer = await fetch(`${url}/api/benchmark/echo`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body })
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true)
  })

  it('events as they come, for longer than a service may otherwise be silent', async () => {
    const service = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      setTimeout(() => response.end('data: 2\n\n'), 2500)
    })
    const { url } = await gatewayTo(service)
    const answer = await fetch(`${url}/api/benchmark/events`, { headers: { accept: 'text/event-stream' } })
    const reader = answer.body!.getReader()
    const started = performance.now()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 1\n\n')
    expect(performance.now() - started).toBeLessThan(2000)
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: 2\n\n')
  })
})

describe('when a service fails, the gateway', () => {
  const get = (url: string) => fetch(`${url}/api/benchmark/models`)

  it('answers 502 that names it when nothing listens, at once, and after some failures without asking', async () => {
    const gone = await misbehaving(() => {})
    await cleanups.pop()!()
    const { url, upstream } = await gatewayTo(gone)
    for (let i = 0; i < 6; i += 1) {
      const answer = await get(url)
      expect([answer.status, Number(answer.headers.get('retry-after')) >= 1]).toEqual([502, true])
      expect(await problemOf(answer)).toMatchObject({ code: 'upstream_unavailable', detail: expect.stringContaining('The Benchmark API is not available') })
    }
    expect(upstream.breaker.isOpen).toBe(true)
  })

  it('answers 504 that names it when it is slow', async () => {
    const { url } = await gatewayTo(await serving(() => {}))
    const answer = await get(url)
    expect([answer.status, await problemOf(answer)]).toMatchObject([504, { code: 'upstream_timeout', detail: 'The Benchmark API did not answer within 1 s.' }])
  })

  it.each([
    ['resets the connection', (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['ends the connection in the middle of its answer', (socket: Socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))],
    ['answers what is no HTTP', (socket: Socket) => socket.once('data', () => socket.end('hello\r\n\r\n'))],
  ])('answers 502 when it %s', async (_, meet) => {
    const { url } = await gatewayTo(await misbehaving(meet))
    const answer = await get(url)
    expect([answer.status, await problemOf(answer)]).toMatchObject([502, { code: 'upstream_unavailable' }])
  })

  it('gives no more than the length it said, and goes on with the next request', async () => {
    const { url } = await gatewayTo(
      await misbehaving((socket) => socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrueHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged'))),
    )
    expect(await (await get(url)).text()).toBe('true')
    expect(await (await get(url)).text()).toBe('true')
  })

  it('breaks the connection of the caller when part of a large answer was passed on', async () => {
    const { url } = await gatewayTo(
      await misbehaving((socket) =>
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
    const { url } = await gatewayTo(
      await misbehaving((socket) =>
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
    const { url, upstream } = await gatewayTo('http://127.0.0.1:1')
    upstream.isHealthy = false
    const health = (await (await fetch(`${url}/health`)).json()) as { services: object }
    expect(health.services).toMatchObject({ benchmark: false, test: true, 'predictive-performance': true, 'model-performance': true })
    expect((await fetch(`${url}/api/test/types`)).status).toBe(200)
  })
})

describe('a WebSocket through the gateway', () => {
  /** What came until it was closed, and the code. */
  async function followed(url: string, greet?: (socket: WebSocket) => void): Promise<{ readonly frames: readonly string[]; readonly code: number }> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/benchmark/ws/one?x=1`)
    const frames: string[] = []
    socket.on('message', (data: Buffer) => frames.push(String(data)))
    socket.on('open', () => greet?.(socket))
    const [code] = (await once(socket, 'close')) as [number]
    return { frames, code }
  }
  const webSocketService = async (meet: (socket: WebSocket, path: string) => void): Promise<string> => {
    const http = createHttpServer()
    new WebSocketServer({ server: http }).on('connection', (socket, { url = '' }) => meet(socket, url))
    return listen(http)
  }

  it('passes frames in both directions, and the close code', async () => {
    const { url } = await gatewayTo(
      await webSocketService((socket, path) => {
        socket.send(path)
        socket.on('message', (data: Buffer) => {
          socket.send(`you said ${String(data)}`)
          socket.close(4404, 'unknown')
        })
      }),
    )
    expect(await followed(url, (socket) => socket.send('ping'))).toEqual({ frames: ['/api/benchmark/ws/one?x=1', 'you said ping'], code: 4404 })
  })

  it('is closed with 1014 when its service vanishes', async () => {
    const { url } = await gatewayTo(await webSocketService((socket) => setTimeout(() => socket.terminate(), 50)))
    expect((await followed(url)).code).toBe(1014)
  })

  it('is refused with 502 when its service is down, and as the service does when that refuses', async () => {
    const refused = async (to: string) => {
      const socket = new WebSocket(`${(await gatewayTo(to)).url.replace('http', 'ws')}/api/benchmark/ws/one`)
      socket.on('error', () => {})
      const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
      return answer.statusCode
    }
    expect(await refused('http://127.0.0.1:1')).toBe(502)
    expect(await refused(await listen(createHttpServer().on('upgrade', (_, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'))))).toBe(403)
  })
})
