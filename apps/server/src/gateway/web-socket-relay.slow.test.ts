import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Hops } from '../testing/gateway-to.ts'

const hops = new Hops()
afterEach(() => hops.end())
afterAll(() => hops.close())

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
    return hops.listen(http)
  }

  it('passes frames in both directions, and the close code', async () => {
    const { url } = await hops.gatewayTo(
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
    const { url } = await hops.gatewayTo(await webSocketService((socket) => setTimeout(() => socket.terminate(), 50)))
    expect((await followed(url)).code).toBe(1014)
  })

  it('is refused with 502 when its service is down, and as the service does when that refuses', async () => {
    const refused = async (to: string) => {
      const socket = new WebSocket(`${(await hops.gatewayTo(to)).url.replace('http', 'ws')}/api/benchmark/ws/one`)
      socket.on('error', () => {})
      const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
      return answer.statusCode
    }
    expect(await refused('http://127.0.0.1:1')).toBe(502)
    expect(await refused(await hops.listen(createHttpServer().on('upgrade', (_, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'))))).toBe(403)
  })
})
