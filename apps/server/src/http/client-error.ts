import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { BenchcastError } from '@benchcast/core/errors'
import { requestId, SECURITY_HEADERS } from './headers.ts'
import { PROBLEM_TYPE, pathOf, toProblem } from './problem.ts'

const REFUSALS: Readonly<Record<string, () => BenchcastError>> = {
  HPE_HEADER_OVERFLOW: () => new BenchcastError('headers_too_large', 'The request headers have more than 16 KiB: send fewer or shorter ones.'),
  ERR_HTTP_REQUEST_TIMEOUT: () => new BenchcastError('request_timeout', 'The request did not arrive in time: send its head within 10 seconds.'),
}

/** Bytes that are no HTTP request never reach a handler; they get the same kind of answer, written by hand, and the connection ends. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const refusal = REFUSALS[error.code ?? '']?.() ?? new BenchcastError('malformed_request', 'These bytes are not an HTTP/1.1 request.')
  const id = requestId(undefined)
  const problem = toProblem(refusal, '', id)
  const body = JSON.stringify(problem)
  const headers = { ...SECURITY_HEADERS, 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body), 'x-request-id': id, connection: 'close' }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${problem.status} ${problem.title}\r\n${head.join('')}\r\n${body}`)
}

/** An `Expect` other than 100-continue is refused before any handler sees it; without this the answer would have no body. */
export function answerExpectation({ headers, url = '' }: IncomingMessage, response: ServerResponse): void {
  const id = requestId(headers['x-request-id'])
  const problem = toProblem(new BenchcastError('expectation_failed', 'The only expectation that can be met is 100-continue: leave the header Expect out.'), pathOf(url), id)
  response.writeHead(problem.status, { ...SECURITY_HEADERS, 'content-type': PROBLEM_TYPE, 'x-request-id': id, connection: 'close' }).end(JSON.stringify(problem))
}
