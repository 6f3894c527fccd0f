import { BenchcastError } from '@benchcast/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLoopback } from '../config.ts'

/** A token bucket: `burst` at once, then `perSecond`. */
interface Policy {
  readonly name: string
  readonly perSecond: number
  readonly burst: number
}
const READS: Policy = { name: 'reads', perSecond: 1000, burst: 2000 }
const WRITES: Policy = { name: 'writes', perSecond: 100, burst: 200 }

interface Bucket {
  tokens: number
  /** Monotonic ms of the last refill. */
  at: number
}
const MOST_ADDRESSES = 10_000

/** Requests per client address. The oldest addresses are forgotten first, so memory is bounded. */
export class RateLimiter {
  readonly #loopbackToo: boolean
  readonly #now: () => number
  readonly #buckets = new Map<string, Bucket>()

  constructor(loopbackToo: boolean, now: () => number = () => performance.now()) {
    this.#loopbackToo = loopbackToo
    this.#now = now
  }

  /** Takes a token and says in RateLimit headers what is left, or throws rate_limited. */
  check(request: FastifyRequest, reply: FastifyReply): void {
    if (!this.#loopbackToo && isLoopback(request.ip)) return
    const policy = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS' ? READS : WRITES
    const bucket = this.#refilled(`${policy.name} ${request.ip}`, policy)
    bucket.tokens -= 1
    const seconds = Math.ceil(Math.max(1 - bucket.tokens, 1) / policy.perSecond)
    reply.header('ratelimit-policy', `"${policy.name}";q=${policy.burst};w=${Math.ceil(policy.burst / policy.perSecond)}`)
    reply.header('ratelimit', `"${policy.name}";r=${Math.max(0, Math.floor(bucket.tokens))};t=${seconds}`)
    if (bucket.tokens >= 0) return
    bucket.tokens = 0
    throw new BenchcastError('rate_limited', `More than ${policy.perSecond} ${policy.name} per second came from this address: try again in ${seconds} s.`, { retryAfterSeconds: seconds })
  }

  #refilled(key: string, { perSecond, burst }: Policy): Bucket {
    const now = this.#now()
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > MOST_ADDRESSES) this.#buckets.delete(this.#buckets.keys().next().value!)
    return bucket
  }
}
