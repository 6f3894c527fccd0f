import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Dispatcher } from 'undici'
import { headersToAnswer } from './forwarded-headers.ts'
import type { Upstream } from './upstream.ts'

/** An answer of this many bytes is passed on once it is whole, so that a service that breaks off in the middle of it is a 502, not half an answer. */
const HELD_BYTES = 64 * 1024

const TOO_SLOW: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  UND_ERR_CONNECT_TIMEOUT: 'no connection could be made in time',
  UND_ERR_SOCKET: 'it broke the connection before its answer was whole',
  ECONNRESET: 'it broke the connection before its answer was whole',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the length of its answer is not the one it said',
}

interface Settle {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** Passes the answer of a service on as it comes, no faster than the caller reads. */
export class ForwardedAnswer implements Dispatcher.DispatchHandler {
  readonly #upstream: Upstream
  readonly #response: ServerResponse
  readonly #own: OutgoingHttpHeaders
  readonly #answerSeconds: number
  readonly #settle: Settle
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: OutgoingHttpHeaders = {}
  /** Pieces of an answer that is passed on when it is whole. */
  #held: Buffer[] | undefined
  #isOver = false

  constructor(upstream: Upstream, response: ServerResponse, own: OutgoingHttpHeaders, answerSeconds: number, settle: Settle) {
    this.#upstream = upstream
    this.#response = response
    this.#own = own
    this.#answerSeconds = answerSeconds
    this.#settle = settle
    response.once('close', this.#callerLeft)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#response.destroyed) controller.abort(new Error('The caller has gone.'))
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // 100 to 199 are of the connection to the service.
    if (status < 200) return
    this.#upstream.breaker.succeeded()
    this.#status = status
    this.#headers = headersToAnswer(headers, this.#own)
    const length = headers['content-length']
    if (length !== undefined && Number(length) <= HELD_BYTES) this.#held = []
    else this.#response.writeHead(status, this.#headers).flushHeaders()
  }

  onResponseData(controller: Dispatcher.DispatchController, piece: Buffer): void {
    if (this.#held !== undefined) return void this.#held.push(piece)
    if (this.#response.write(piece)) return
    controller.pause()
    this.#response.once('drain', () => controller.resume())
  }

  onResponseEnd(): void {
    this.#end()
    const held = this.#held ?? []
    if (this.#held !== undefined) this.#response.writeHead(this.#status, this.#headers)
    this.#response.end(held.length === 0 ? undefined : held.length === 1 ? held[0] : Buffer.concat(held))
    this.#settle.resolve()
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error & { code?: string }): void {
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

  #problem(error: Error & { code?: string }): Error {
    if (TOO_SLOW.has(error.code ?? '')) return this.#upstream.tooSlow(this.#answerSeconds, error)
    return this.#upstream.unavailable(REASONS[error.code ?? ''] ?? 'its answer cannot be read', this.#upstream.breaker.retryAfterSeconds, error)
  }

  readonly #callerLeft = (): void => {
    if (this.#isOver) return
    this.#isOver = true
    this.#upstream.breaker.abandoned()
    this.#controller?.abort(new Error('The caller has gone.'))
    this.#settle.resolve()
  }

  #end(): void {
    this.#isOver = true
    this.#response.off('close', this.#callerLeft)
  }
}
