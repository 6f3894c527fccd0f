import { once } from 'node:events'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { BenchcastError } from '@benchcast/core/errors'
import { ForwardedAnswer } from './forwarded-answer.ts'
import { headersToSend } from './forwarded-headers.ts'
import type { Upstream } from './upstream.ts'

/** One request to be forwarded, and where its answer goes. */
export interface Forwarding {
  readonly incoming: IncomingMessage
  readonly response: ServerResponse
  /** Path and query as they came. */
  readonly url: string
  readonly requestId: string
  /** Key that the gateway shows the service. */
  readonly key: string | undefined
  /** What the gateway says on every answer. */
  readonly ownHeaders: OutgoingHttpHeaders
  /** Longest silence of the service before its answer begins, and then between two pieces of it; 0 is for ever. */
  readonly answerSeconds: number
  readonly silenceSeconds: number
}

/** A body up to this many bytes is held, so that a request that may be repeated can be. */
const MOST_HELD = 64 * 1024

/**
 * Sends a request on and its answer back, as it is. Rejects with a {@link BenchcastError} of status 502 or 504 that names the service when there is no whole answer and nothing of
 * it was passed on; when part of it was, the caller's connection is cut, which tells that the rest is missing.
 */
export async function forward(upstream: Upstream, forwarding: Forwarding): Promise<void> {
  const { incoming } = forwarding
  const hasBody = incoming.headers['transfer-encoding'] !== undefined || Number(incoming.headers['content-length'] ?? 0) > 0
  const mayRepeat = incoming.method === 'GET' || incoming.method === 'HEAD' || (incoming.method === 'POST' && incoming.headers['idempotency-key'] !== undefined)
  const body = !hasBody ? null : mayRepeat && Number(incoming.headers['content-length']) <= MOST_HELD ? await held(incoming) : incoming
  try {
    await sendOnce(upstream, forwarding, body)
  } catch (error) {
    if (!mayRepeat || body === incoming || !isBroken(error)) throw error
    await sendOnce(upstream, forwarding, body)
  }
}

async function held(incoming: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  incoming.on('data', (piece: Buffer) => pieces.push(piece))
  await once(incoming, 'end')
  return Buffer.concat(pieces)
}

function sendOnce(upstream: Upstream, { incoming, response, url, requestId, key, ownHeaders, answerSeconds, silenceSeconds }: Forwarding, body: Buffer | Readable | null): Promise<void> {
  const { pool } = upstream
  const headers = headersToSend(incoming, requestId, key === undefined ? NOTHING : { 'x-api-key': key })
  return new Promise((resolve, reject) => {
    const answer = new ForwardedAnswer(upstream, response, ownHeaders, answerSeconds, { resolve, reject })
    pool.dispatch({ path: url, method: incoming.method as 'GET', headers, body, headersTimeout: 1000 * answerSeconds, bodyTimeout: 1000 * silenceSeconds }, answer)
  })
}

const NOTHING: Readonly<Record<string, string>> = {}

/** A connection that broke before the answer, as when the service closed one that was idle: worth one more try. */
function isBroken(error: unknown): boolean {
  const { code } = ((error as BenchcastError).cause as { code?: string }) ?? {}
  return error instanceof BenchcastError && (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE')
}
