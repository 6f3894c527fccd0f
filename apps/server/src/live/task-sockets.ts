import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE_CODES, partOf, type RouteAccess } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { type WebSocket, WebSocketServer } from 'ws'
import { isWithin, reachOf } from '../gateway/reach.ts'
import type { Upgrade } from '../gateway/web-socket-relay.ts'
import type { AccessControl } from '../http/access-control.ts'
import { targetOf } from '../http/audit.ts'
import type { Guard } from '../http/guard.ts'
import { notFound } from '../http/known-paths.ts'
import { asBenchcastError } from '../http/problem.ts'
import { pathsOf } from '../http/route-path.ts'
import type { Access } from '../keys/access.ts'
import { chosenProtocol } from '../keys/presented-key.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import { type Commands, type Followed, TaskSocket } from './task-socket.ts'

/** One kind of thing that can be followed on a WebSocket. */
export interface LiveStream {
  /** Path with `{id}`, as OpenAPI writes it. */
  readonly path: `/${string}`
  /** What a key must be allowed to do to follow it, where one is needed. */
  readonly access: RouteAccess
  readonly find: (id: string) => Promise<Followed | undefined>
  /** The one frame for an id that nobody knows. */
  readonly unknown: (id: string) => object
  readonly commands?: (id: string, access: Access) => Commands
  /** Joins the client to the process that has the stream, where that is another one. */
  readonly relay?: (access: Access, upgrade: Upgrade) => void
}

/** A client that was let in. */
interface Joining {
  readonly stream: LiveStream
  readonly id: string
  readonly access: Access
}

/** Largest frame a client may send: it has nothing to say but ping and status. */
const LARGEST_FRAME = 4096
const MOST_CLIENTS = 20_000
const HEARTBEAT_MS = 30_000
/** How long a client may take to answer the close at a shutdown. */
const GOODBYE_MS = 500

/** WebSockets that follow tasks and runs. */
export class TaskSockets {
  readonly #streams: readonly { readonly stream: LiveStream; readonly pattern: RegExp }[]
  readonly #guard: Guard
  readonly #access: AccessControl
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false, clientTracking: false, handleProtocols: chosenProtocol })
  readonly #clients = new Set<TaskSocket>()
  readonly #heartbeat: NodeJS.Timeout

  constructor(streams: readonly LiveStream[], guard: Guard, access: AccessControl) {
    this.#streams = streams.flatMap((stream) => pathsOf(stream).map(({ pattern }) => ({ stream, pattern })))
    this.#guard = guard
    this.#access = access
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref()
  }

  get clients(): number {
    return this.#clients.size
  }

  /** Takes over what asks the server for a WebSocket; whatever else it asks to become is refused. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      try {
        const [stream, id] = this.#asked(request)
        const access = this.#admitted(request, stream)
        if (stream.relay !== undefined) return stream.relay(access, { request, socket, head, onRevoked: (end) => this.#access.onRevoked(access, end) })
        this.#server.handleUpgrade(request, socket, head, (webSocket) => void this.#connect(webSocket, { stream, id, access }))
      } catch (error) {
        refuseUpgrade(asBenchcastError(error), request, socket)
      }
    })
  }

  /** Says goodbye to everybody; those who do not answer are cut off. */
  async close(): Promise<void> {
    clearInterval(this.#heartbeat)
    const clients = [...this.#clients]
    for (const client of clients) client.close(CLOSE_CODES.goingAway)
    const goodbye = setTimeout(() => {
      for (const client of clients) client.terminate()
    }, GOODBYE_MS)
    await Promise.all(clients.map((client) => client.closed))
    clearTimeout(goodbye)
  }

  #asked({ headers, url = '', socket }: IncomingMessage): readonly [LiveStream, string] {
    this.#guard.check({ headers, url })
    const query = url.indexOf('?')
    const path = decoded(query < 0 ? url : url.slice(0, query))
    for (const { stream, pattern } of this.#streams) {
      const id = pattern.exec(path)?.groups?.id
      if (id !== undefined && isWithin(reachOf(socket), partOf(stream.path))) return [stream, id]
    }
    throw notFound()
  }

  #admitted({ headers, url = '', socket: { remoteAddress = '', localAddress } }: IncomingMessage, { access: route }: LiveStream): Access {
    return this.#access.check({ headers, ip: remoteAddress, localAddress, route, target: targetOf({ method: 'GET', url }) })
  }

  async #connect(webSocket: WebSocket, { stream, id, access }: Joining): Promise<void> {
    webSocket.on('error', () => webSocket.terminate())
    if (this.#clients.size >= MOST_CLIENTS) return webSocket.close(CLOSE_CODES.tryLater.code, CLOSE_CODES.tryLater.reason)
    // What a client sends before it is connected would be lost, but it has nothing to say that the first frame does not answer.
    const task = await stream.find(id).catch(() => undefined)
    if (task === undefined) {
      webSocket.send(JSON.stringify(stream.unknown(id)))
      return webSocket.close(CLOSE_CODES.unknown.code, CLOSE_CODES.unknown.reason)
    }
    const client = new TaskSocket(webSocket, task, stream.commands?.(id, access))
    this.#clients.add(client)
    const forget = this.#access.onRevoked(access, () => client.close(CLOSE_CODES.keyRevoked))
    void client.closed.then(() => {
      this.#clients.delete(client)
      forget()
    })
  }

  #beat(): void {
    for (const client of this.#clients) client.beat()
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (cause) {
    throw new BenchcastError('malformed_request', 'The path of the address holds a % that does not start a valid UTF-8 escape: encode it as %25.', { cause })
  }
}
