import type { BenchcastError } from '@benchcast/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEM_TYPE, pathOf, toProblem } from './problem.ts'

const LINGER_MS = 2000

/**
 * Refuses a body that will not be read, then closes the connection. Closing at once would reset it while the client still
 * sends, and the answer would be lost with it: so the whole answer goes out first and the rest of the body is thrown away for up to two seconds.
 */
export function lingeringClose(error: BenchcastError, request: FastifyRequest, reply: FastifyReply): void {
  const body = JSON.stringify(toProblem(error, pathOf(request.url), request.id))
  const { raw: response } = reply
  const { raw: incoming } = request
  reply.hijack()
  response.writeHead(error.status, { ...(reply.getHeaders() as Record<string, string>), 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body), connection: 'close' })
  response.write(body)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, LINGER_MS)
  incoming.once('end', end).once('close', end)
  incoming.resume()
}
