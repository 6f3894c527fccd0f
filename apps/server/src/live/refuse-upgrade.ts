import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { BenchcastError } from '@benchcast/core/errors'
import { challengeOf, isAboutKeys } from '../http/access-control.ts'
import { requestId, SECURITY_HEADERS } from '../http/headers.ts'
import { PROBLEM_TYPE, pathOf, toProblem } from '../http/problem.ts'

/** Answers a request for a WebSocket that is refused like any other refused request, and closes. */
export function refuseUpgrade(error: BenchcastError, { headers, url = '' }: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  const id = requestId(headers['x-request-id'])
  const problem = toProblem(error, pathOf(url), id)
  const body = JSON.stringify(problem)
  const fields = {
    ...SECURITY_HEADERS,
    'content-type': PROBLEM_TYPE,
    'content-length': Buffer.byteLength(body),
    'x-request-id': id,
    connection: 'close',
    ...(isAboutKeys(error) && { 'www-authenticate': challengeOf(error) }),
  }
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${problem.status} ${problem.title}\r\n${head.join('')}\r\n${body}`)
}
