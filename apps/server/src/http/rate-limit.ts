import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../config.ts'
import { callerOf, type Policy, TokenBuckets } from './token-buckets.ts'

const READS: Policy = { name: 'reads', perSecond: 1000, burst: 2000 }
const WRITES: Policy = { name: 'writes', perSecond: 100, burst: 200 }
/** Of another machine that sent no key. */
const STRANGERS: Policy = { name: 'requests', perSecond: 20, burst: 40 }

/** Requests per key, or per address where none was sent. */
export class RateLimiter {
  readonly #loopbackToo: boolean
  readonly #buckets: TokenBuckets

  constructor(loopbackToo: boolean, now?: () => number) {
    this.#loopbackToo = loopbackToo
    this.#buckets = new TokenBuckets(now)
  }

  /** Takes a token and says in RateLimit headers what is left, or throws rate_limited. */
  check({ ip, method, access }: Pick<FastifyRequest, 'ip' | 'method' | 'access'>, reply: FastifyReply): void {
    const isLocal = isLoopback(ip)
    if (!this.#loopbackToo && isLocal) return
    const { keyId } = access
    const isRead = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    const policy = keyId === null && !isLocal ? STRANGERS : isRead ? READS : WRITES
    const { name, perSecond, burst } = policy
    const { ok, left, seconds } = this.#buckets.take(keyId === null ? callerOf(ip) : `key ${keyId}`, policy)
    reply.header('ratelimit-policy', `"${name}";q=${burst};w=${Math.ceil(burst / perSecond)}`)
    reply.header('ratelimit', `"${name}";r=${left};t=${seconds}`)
    if (ok) return
    throw new BenchcastError('rate_limited', `More than ${perSecond} ${name} per second came from this ${keyId === null ? 'address' : 'key'}: try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    })
  }
}
