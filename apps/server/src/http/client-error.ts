import type { Socket } from 'node:net'
import { BenchcastError } from '@benchcast/core/errors'
import { requestId, SECURITY_HEADERS } from './headers.ts'
import { PROBLEM_TYPE, toProblem } from './problem.ts'

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
