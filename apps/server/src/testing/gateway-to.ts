import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, createServer, type Server as NetServer, type Socket } from 'node:net'
import type { ComponentName } from '@benchcast/core/api'
import { Remotes } from '../gateway/remotes.ts'
import { Upstream } from '../gateway/upstream.ts'
import { openTestApp } from './test-app.ts'

interface Gateway {
  readonly url: string
  readonly upstream: Upstream
  readonly close: () => Promise<void>
}

/** Services made for a test, and gateways that forward the benchmark component to them. */
export class Hops {
  readonly #gateways = new Map<number, Gateway>()
  readonly #services: NetServer[] = []

  /** Address of a server that now listens. */
  async listen(server: NetServer): Promise<string> {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    this.#services.push(server)
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  /** A service that answers HTTP. */
  serving(answer: RequestListener): Promise<string> {
    return this.listen(createHttpServer(answer))
  }

  /** A service that does with its connections what it likes. */
  misbehaving(meet: (socket: Socket) => void): Promise<string> {
    return this.listen(createServer((socket) => meet(socket.on('error', () => {}))))
  }

  /** A gateway that forwards the benchmark component to this address. It serves the next test too, which gives it another address. */
  async gatewayTo(url: string, upstreamSeconds = 1): Promise<Gateway> {
    const gateway = this.#gateways.get(upstreamSeconds) ?? (await openGateway(url, upstreamSeconds))
    this.#gateways.set(upstreamSeconds, gateway)
    gateway.upstream.moveTo(url)
    return gateway
  }

  /** Ends the services of a test. */
  end(): void {
    for (const server of this.#services.splice(0)) {
      ;(server as Partial<Server>).closeAllConnections?.()
      server.close()
    }
  }

  async close(): Promise<void> {
    this.end()
    await Promise.all([...this.#gateways.values()].map(({ close }) => close()))
  }
}

async function openGateway(url: string, upstreamSeconds: number): Promise<Gateway> {
  const upstream = new Upstream({ title: 'Benchmark API', url })
  const remotes = new Remotes(new Map<ComponentName, Upstream>([['benchmark', upstream]]))
  const { app, close } = await openTestApp({ upstreamSeconds }, { remotes })
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), upstream, close: async () => void (await Promise.all([close(), remotes.close()])) }
}

/** Sends the text as it is and gives all that comes back until the connection ends. */
export async function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (data) => (answer += String(data))).write(text)
  await once(socket, 'close')
  return answer
}
