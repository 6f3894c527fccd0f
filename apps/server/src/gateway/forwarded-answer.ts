import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { headersToAnswer } from './forwarded-headers.ts'
import type { Upstream } from './upstream.ts'

/** An answer of this many bytes is passed on once it is whole, so that a service that breaks off in the middle of it is a 502, not half an answer. */
const HELD_BYTES = 64 * 1024
const CONNECT_MS = 2000

const BROKEN = 'it broke the connection before its answer was whole'
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  ETIMEDOUT: 'no connection could be made in time',
  ECONNRESET: BROKEN,
  EPIPE: BROKEN,
}

/** How long a service may be silent, s: before its answer begins, and then between two pieces of it; 0 is for ever. */
export interface Patience {
  readonly answerSeconds: number
  readonly silenceSeconds: number
}

interface Settle {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** Passes the answer to a request on as it comes, no faster than the caller reads. */
export class ForwardedAnswer {
  readonly #upstream: Upstream
  readonly #request: ClientRequest
  readonly #response: ServerResponse
  readonly #own: OutgoingHttpHeaders
  readonly #patience: Patience
  readonly #settle: Settle
  #socket: Socket | undefined
  #answer: IncomingMessage | undefined
  /** Pieces of an answer that is passed on when it is whole. */
  #held: Buffer[] | undefined
  #isOver = false

  /** @param own what the gateway says on every answer */
  constructor(upstream: Upstream, request: ClientRequest, response: ServerResponse, own: OutgoingHttpHeaders, patience: Patience, settle: Settle) {
    this.#upstream = upstream
    this.#request = request
    this.#response = response
    this.#own = own
    this.#patience = patience
    this.#settle = settle
    request.once('socket', this.#connected).once('response', this.#begin).once('close', this.#closed).on('error', this.#fail)
    response.once('close', this.#callerLeft)
  }

  readonly #connected = (socket: Socket): void => {
    this.#socket = socket.on('timeout', this.#silent)
    if (socket.connecting) socket.setTimeout(CONNECT_MS).once('connect', this.#waitForAnswer)
    else this.#waitForAnswer()
  }

  readonly #waitForAnswer = (): void => void this.#socket!.setTimeout(1000 * this.#patience.answerSeconds)

  readonly #silent = (): void => {
    // Who is not read says nothing.
    if (this.#answer?.isPaused()) return
    this.#request.destroy(this.#socket!.connecting ? Object.assign(new Error('No connection could be made in time.'), { code: 'ETIMEDOUT' }) : new TooSlow())
  }

  readonly #begin = (answer: IncomingMessage): void => {
    const { headers, statusCode = 502 } = answer
    this.#upstream.breaker.succeeded()
    this.#answer = answer.on('data', this.#pass).once('end', this.#finish).on('error', this.#fail)
    if (this.#patience.silenceSeconds !== this.#patience.answerSeconds) this.#waitForMore()
    const length = headers['content-length']
    if (length !== undefined && Number(length) <= HELD_BYTES) this.#held = []
    else this.#response.writeHead(statusCode, headersToAnswer(headers, this.#own)).flushHeaders()
  }

  readonly #waitForMore = (): void => void this.#socket!.setTimeout(1000 * this.#patience.silenceSeconds)

  readonly #pass = (piece: Buffer): void => {
    if (this.#held !== undefined) this.#held.push(piece)
    else if (!this.#response.write(piece)) {
      this.#answer!.pause()
      this.#response.once('drain', this.#readOn)
    }
  }

  readonly #readOn = (): void => {
    if (this.#isOver) return
    this.#waitForMore()
    this.#answer!.resume()
  }

  readonly #finish = (): void => {
    if (this.#isOver) return
    this.#end()
    const { headers, statusCode = 502 } = this.#answer!
    const held = this.#held ?? []
    if (this.#held !== undefined) this.#response.writeHead(statusCode, headersToAnswer(headers, this.#own))
    this.#response.end(held.length === 0 ? undefined : held.length === 1 ? held[0] : Buffer.concat(held))
    this.#settle.resolve()
  }

  readonly #fail = (error: Error & { readonly code?: string }): void => {
    if (this.#isOver) return
    this.#end()
    // A body that the caller did not send to its end is not the service's fault.
    if (this.#response.req.errored !== null) this.#upstream.breaker.abandoned()
    else this.#upstream.breaker.failed()
    if (this.#response.headersSent) {
      this.#response.destroy()
      this.#settle.resolve()
    } else this.#settle.reject(this.#problem(error))
  }

  #problem(error: Error & { readonly code?: string }): Error {
    if (error instanceof TooSlow) return this.#upstream.tooSlow(this.#patience.answerSeconds, error)
    return this.#upstream.unavailable(REASONS[error.code ?? ''] ?? 'its answer cannot be read', this.#upstream.breaker.retryAfterSeconds, error)
  }

  /** The connection is no longer of this request; an answer that has begun says itself how it ended. */
  readonly #closed = (): void => {
    if (this.#answer === undefined) this.#fail(new Error('The connection was closed without an answer.'))
  }

  readonly #callerLeft = (): void => {
    if (this.#isOver) return
    this.#end()
    this.#upstream.breaker.abandoned()
    this.#request.destroy()
    this.#settle.resolve()
  }

  #end(): void {
    this.#isOver = true
    this.#response.off('close', this.#callerLeft)
    this.#socket?.off('timeout', this.#silent).off('connect', this.#waitForAnswer)
  }
}

/** The service was silent for too long. */
class TooSlow extends Error {}
