import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE_CODES } from '@benchcast/core/api'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { requestId } from '../http/headers.ts'
import type { Access } from '../keys/access.ts'
import { chosenProtocol } from '../keys/presented-key.ts'
import { refuseUpgrade } from '../live/refuse-upgrade.ts'
import { headersToSend } from './forwarded-headers.ts'
import type { Upstream } from './upstream.ts'

const HANDSHAKE_MS = 2000
const HEARTBEAT_MS = 30_000
const GOODBYE_MS = 500
const MOST_CLIENTS = 20_000
/** Largest frame of a client; of a service, whose last frame may hold results. */
const LARGEST_FRAME = 64 * 1024
const LARGEST_ANSWER = 64 * 1024 * 1024
/** Bytes that may wait for a slow client; beyond them the service is not read, which leaves it to the service what to leave out. */
const MOST_BUFFERED = 64 * 1024
/** The gateway's word for a service that vanished (IANA: Bad Gateway). */
const BAD_GATEWAY = { code: 1014, reason: 'The service behind the gateway has gone.' } as const

/** A request to become a WebSocket. */
export interface Upgrade {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  /** Calls what it is given once the key of the request is revoked; gives what stops that. */
  readonly onRevoked: (end: () => void) => () => void
}

/** Joins WebSockets of clients to those of services: frames, pings and close codes pass in both directions. */
export class WebSocketRelay {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false, clientTracking: false, handleProtocols: chosenProtocol })
  readonly #pairs = new Set<Pair>()
  readonly #heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS).unref()

  /** Asks the service for the same WebSocket; the client's is opened once the service's is, and refused with what the service said otherwise. */
  relay(upstream: Upstream, access: Access, { request, socket, head, onRevoked }: Upgrade): void {
    socket.on('error', () => socket.destroy())
    const url = upstream.checkedUrl()
    const service = new WebSocket(url.replace(/^http/, 'ws') + request.url, protocolsOf(request), {
      headers: headersOf(
        request,
        upstream.keys?.of((scope) => access.may(scope)),
      ),
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: LARGEST_ANSWER,
      perMessageDeflate: false,
      autoPong: false,
    })
    const gone = () => service.terminate()
    socket.once('close', gone)
    service.once('open', () => {
      upstream.breaker.succeeded()
      socket.off('close', gone)
      this.#server.handleUpgrade(request, socket, head, (client) => this.#join(client, service, onRevoked))
    })
    service.once('unexpected-response', (_, answer) => {
      upstream.breaker.succeeded()
      passRefusal(answer, socket)
    })
    service.on('error', (error) => {
      if (service.readyState !== WebSocket.CONNECTING && service.readyState !== WebSocket.CLOSING) return
      upstream.breaker.failed()
      if (socket.writable) refuseUpgrade(upstream.unavailable('no connection could be made', 1, error), request, socket)
    })
  }

  #join(client: WebSocket, service: WebSocket, onRevoked: Upgrade['onRevoked']): void {
    if (this.#pairs.size >= MOST_CLIENTS) {
      client.close(CLOSE_CODES.tryLater.code, CLOSE_CODES.tryLater.reason)
      service.terminate()
      return
    }
    const pair = new Pair(client, service)
    this.#pairs.add(pair)
    const forget = onRevoked(() => pair.close(CLOSE_CODES.keyRevoked))
    client.once('close', () => {
      this.#pairs.delete(pair)
      forget()
    })
  }

  #beat(): void {
    for (const pair of this.#pairs) pair.beat()
  }

  /** Says goodbye to everybody; those who do not answer are cut off. */
  async close(): Promise<void> {
    clearInterval(this.#heartbeat)
    const pairs = [...this.#pairs]
    for (const pair of pairs) pair.close(CLOSE_CODES.goingAway)
    const goodbye = setTimeout(() => {
      for (const pair of pairs) pair.terminate()
    }, GOODBYE_MS)
    await Promise.all(pairs.map(({ closed }) => closed))
    clearTimeout(goodbye)
  }
}

/** A client and its service. */
class Pair {
  readonly #client: WebSocket
  readonly #service: WebSocket
  #isServiceAlive = true
  readonly closed: Promise<void>

  constructor(client: WebSocket, service: WebSocket) {
    this.#client = client
    this.#service = service
    for (const socket of [client, service]) socket.on('error', () => socket.terminate())
    service.on('message', (data, isBinary) => this.#toClient(data, isBinary))
    client.on('message', (data, isBinary) => send(service, data, isBinary))
    // What the service asks is asked of the client, so that it knows whether that is there.
    service.on('ping', (data) => isOpen(client) && client.ping(data))
    client.on('pong', (data) => isOpen(service) && service.pong(data))
    service.on('pong', () => {
      this.#isServiceAlive = true
    })
    service.on('close', (code, reason) => passClose(client, code, reason))
    client.on('close', (code, reason) => (code === 1006 ? service.terminate() : passClose(service, code, reason)))
    this.closed = new Promise((resolve) => client.once('close', () => resolve()))
  }

  #toClient(data: RawData, isBinary: boolean): void {
    const isFull = this.#client.bufferedAmount > MOST_BUFFERED
    if (isFull) this.#service.pause()
    if (isOpen(this.#client)) this.#client.send(data, { binary: isBinary }, () => isFull && this.#service.resume())
  }

  /** A service that does not answer a ping until the next one is gone. */
  beat(): void {
    if (!this.#isServiceAlive) this.#service.terminate()
    this.#isServiceAlive = false
    if (isOpen(this.#service)) this.#service.ping()
  }

  close({ code, reason }: { readonly code: number; readonly reason: string }): void {
    this.#client.close(code, reason)
  }

  terminate(): void {
    this.#client.terminate()
    this.#service.terminate()
  }
}

const isOpen = (socket: WebSocket): boolean => socket.readyState === WebSocket.OPEN

function send(socket: WebSocket, data: RawData, isBinary: boolean): void {
  if (isOpen(socket)) socket.send(data, { binary: isBinary })
}

/** Codes 1005 and 1006 are never sent: they say that there was no code, and no close at all. */
function passClose(socket: WebSocket, code: number, reason: Buffer): void {
  if (code === 1005) socket.close()
  else if (code === 1006) socket.close(BAD_GATEWAY.code, BAD_GATEWAY.reason)
  else socket.close(code, reason)
}

/** The subprotocol that both sides speak, if any: the other ones may carry a key. */
function protocolsOf({ headers }: IncomingMessage): string[] {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const chosen = chosenProtocol(new Set(offered.filter((name) => name !== '')))
  return chosen === false ? [] : [chosen]
}

function headersOf(request: IncomingMessage, key: string | undefined): Record<string, string> {
  const sent = headersToSend(request, requestId(request.headers['x-request-id']), key === undefined ? {} : { 'x-api-key': key })
  const pairs = sent.flatMap((name, at) => (at % 2 === 0 && !name.startsWith('sec-websocket-') ? [[name, sent[at + 1]!] as const] : []))
  return Object.fromEntries(pairs)
}

/** The service's own refusal, as it is. */
function passRefusal(answer: IncomingMessage, socket: Duplex): void {
  const pieces: Buffer[] = []
  answer.on('data', (piece: Buffer) => pieces.push(piece))
  answer.on('close', () => {
    const body = Buffer.concat(pieces)
    const kept = Object.entries(answer.headers).filter(([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name))
    const head = [...kept, ['content-length', String(body.length)], ['connection', 'close']].map(([name, value]) => `${name}: ${String(value)}\r\n`)
    socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${head.join('')}\r\n`), body]))
  })
}
