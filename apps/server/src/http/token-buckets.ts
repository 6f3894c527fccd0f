/** A token bucket: `burst` at once, then `perSecond`. */
export interface Policy {
  readonly name: string
  readonly perSecond: number
  readonly burst: number
}

interface Bucket {
  tokens: number
  /** Monotonic ms of the last refill. */
  at: number
}

/** What is left after a token was taken. */
export interface Taken {
  readonly ok: boolean
  /** Whole tokens left. */
  readonly left: number
  /** Seconds until there is another one, when there is none. */
  readonly seconds: number
}

const MOST_CALLERS = 10_000

/** Buckets by caller. The callers not heard of for longest are forgotten first, so memory is bounded. */
export class TokenBuckets {
  readonly #now: () => number
  readonly #buckets = new Map<string, Bucket>()

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  take(caller: string, policy: Policy): Taken {
    const bucket = this.#refilled(caller, policy)
    const ok = bucket.tokens >= 1
    if (ok) bucket.tokens -= 1
    return { ok, left: Math.floor(bucket.tokens), seconds: Math.max(1, Math.ceil((1 - bucket.tokens) / policy.perSecond)) }
  }

  /** What `take` would answer, without taking. */
  peek(caller: string, policy: Policy): Taken {
    const { tokens } = this.#refilled(caller, policy)
    return { ok: tokens >= 1, left: Math.floor(tokens), seconds: Math.max(1, Math.ceil((1 - tokens) / policy.perSecond)) }
  }

  #refilled(caller: string, { name, perSecond, burst }: Policy): Bucket {
    const key = `${name} ${caller}`
    const now = this.#now()
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now }
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > MOST_CALLERS) this.#buckets.delete(this.#buckets.keys().next().value!)
    return bucket
  }
}

/** Who is counted as one caller: an IPv6 network is one, since whoever has one address of it has them all. */
export function callerOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const first = groups(head)
  const missing = Array.from({ length: Math.max(0, 8 - first.length - groups(tail).length) }, () => '0')
  return `${[...first, ...missing, ...groups(tail)].slice(0, 4).join(':')}::/64`
}
