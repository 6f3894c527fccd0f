import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Guard } from './guard.ts'

/** On every answer: nothing is sniffed, framed, leaked in a Referer, or run from elsewhere. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

const EXPOSED = 'ETag, Link, WWW-Authenticate, Retry-After, X-Request-Id, Idempotency-Replayed, RateLimit, RateLimit-Policy'
const REQUEST_HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, Prefer, X-API-Key, X-Benchcast-Retry-Count, X-Request-Id'

/** Lets a page of an allowed origin read the answer; says nothing to others. */
export function applyCors(guard: Guard, request: FastifyRequest, reply: FastifyReply): void {
  const { origin } = request.headers
  if (origin === undefined || !guard.allowsOrigin(origin)) return
  reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, vary: 'Origin' })
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return
  reply.headers({ 'access-control-allow-methods': 'GET, HEAD, POST, DELETE', 'access-control-allow-headers': REQUEST_HEADERS, 'access-control-max-age': '600' })
}

let counter = 0
const PROCESS = Math.random().toString(36).slice(2, 10)

/** Adds a header name to Vary, beside those that are there. */
export function varyBy(reply: FastifyReply, name: string): void {
  const known = reply.getHeader('vary')
  reply.header('vary', known === undefined ? name : `${String(known)}, ${name}`)
}

/** The caller's request id if it is plain, else one of ours: unique in this process, and different in the next. */
export function requestId(incoming: string | string[] | undefined): string {
  if (typeof incoming === 'string' && /^[\w-]{1,64}$/.test(incoming)) return incoming
  counter += 1
  return `req-${PROCESS}-${counter.toString(36)}`
}
