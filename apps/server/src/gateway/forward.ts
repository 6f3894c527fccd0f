import { once } from 'node:events'
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { BenchcastError } from '@benchcast/core/errors'
import { cutOff } from '../http/body.ts'
import { ForwardedAnswer, type Patience } from './forwarded-answer.ts'
import { headersToSend } from './forwarded-headers.ts'
import type { Upstream } from './upstream.ts'

/** One request to be forwarded, and where its answer goes. */
export interface Forwarding extends Patience {
  readonly incoming: IncomingMessage
  readonly response: ServerResponse
  /** Path and query as they came. */
  readonly url: string
  readonly requestId: string
  /** Key that the gateway shows the service. */
  readonly key: string | undefined
  /** What the gateway says on every answer. */
  readonly ownHeaders: OutgoingHttpHeaders
}

/** A body of up to this many bytes is sent in one piece, and again with a request that may be repeated. */
const MOST_HELD = 64 * 1024

/**
 * Sends a request on and its answer back, as it is. Rejects with a {@link BenchcastError} of status 502 or 504 that names the service when there is no whole answer and nothing of
 * it was passed on; when part of it was, the caller's connection is cut, which tells that the rest is missing.
 */
export async function forward(upstream: Upstream, forwarding: Forwarding): Promise<void> {
  const { incoming } = forwarding
  const mayRepeat = incoming.method === 'GET' || incoming.method === 'HEAD' || (incoming.method === 'POST' && incoming.headers['idempotency-key'] !== undefined)
  const body = await bodyOf(incoming)
  try {
    await sendOnce(upstream, forwarding, body)
  } catch (error) {
    if (!mayRepeat || body === incoming || !isBroken(error)) throw error
    await sendOnce(upstream, forwarding, body)
  }
}

/** What is sent on: a small body of known length as a whole, others as they come; nothing without one. */
function bodyOf(incoming: IncomingMessage): IncomingMessage | Promise<Buffer> | undefined {
  const { 'transfer-encoding': transferEncoding, 'content-length': contentLength = 0 } = incoming.headers
  if (transferEncoding !== undefined || Number(contentLength) > MOST_HELD) return incoming
  return Number(contentLength) === 0 ? undefined : held(incoming)
}

async function held(incoming: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  incoming.on('data', (piece: Buffer) => pieces.push(piece))
  await once(incoming, 'end').catch((error: unknown) => {
    throw cutOff(error)
  })
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}

function sendOnce(upstream: Upstream, { incoming, response, url, requestId, key, ownHeaders, ...patience }: Forwarding, body: Buffer | IncomingMessage | undefined): Promise<void> {
  const headers = headersToSend(incoming, requestId, key === undefined ? NOTHING : { 'x-api-key': key })
  headers.push(...framingOf(incoming, body))
  const request = upstream.connections.request({ method: incoming.method!, path: url, headers })
  return new Promise<void>((resolve, reject) => {
    new ForwardedAnswer(upstream, request, response, ownHeaders, patience, { resolve, reject })
    if (body === incoming) incoming.pipe(request)
    else request.end(body)
  }).finally(() => body === incoming && leave(incoming, request))
}

/** How the end of the body is known. It is never left to the headers of the caller, where `Connection` may name the length as one that is not passed on. */
function framingOf({ method, headers }: IncomingMessage, body: object | undefined): readonly string[] {
  const length = headers['content-length']
  if (length !== undefined) return ['content-length', length]
  if (body !== undefined) return ['transfer-encoding', 'chunked']
  return method === 'POST' || method === 'PUT' || method === 'PATCH' ? ['content-length', '0'] : []
}

/** A service that answered before it had the whole body gets no more of it: the rest is read and thrown away, so that the caller comes to read the answer. */
function leave(incoming: IncomingMessage, request: ClientRequest): void {
  if (incoming.readableEnded) return
  incoming.unpipe(request)
  incoming.resume()
  request.destroy()
}

const NOTHING: Readonly<Record<string, string>> = {}

/** A connection that broke before the answer, as when the service closed one that was idle: worth one more try. */
function isBroken(error: unknown): boolean {
  const { code } = ((error as BenchcastError).cause as { code?: string }) ?? {}
  return error instanceof BenchcastError && (code === 'ECONNRESET' || code === 'EPIPE')
}
