import type { IncomingHttpHeaders } from 'node:http'
import type { AuditAction, RouteAccess, Scope } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { type Access, accessOfKey, anonymous } from '../keys/access.ts'
import { allows, type Key } from '../keys/key.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { presentedKey } from '../keys/presented-key.ts'
import { callerOf, type Policy, TokenBuckets } from './token-buckets.ts'

/** What access is decided on: the head of a request and the route that matched it, never its raw address. */
export interface Asked {
  readonly headers: IncomingHttpHeaders
  readonly ip: string
  /** Address of this machine that the request came in by. */
  readonly localAddress?: string | undefined
  readonly route: RouteAccess
  /** What is asked for, as the audit log shows it. */
  readonly target: string
}

/** What is told of a request that was refused or let in. */
export type Report = (action: AuditAction, asked: Asked, who: Pick<Key, 'id' | 'name'> | undefined, detail: string) => void

const FAILURES: Policy = { name: 'wrong keys', perSecond: 10 / 60, burst: 10 }
const MOST_FRIENDS = 10_000

/** A route that says nothing of itself is for administrators alone. */
export const UNDECLARED: RouteAccess = { scope: 'admin', keyed: true }

/** Decides who may call what. A key that is sent is checked wherever the route is not public; while the server knows no keys, one sent where none is needed is ignored. */
export class AccessControl {
  readonly #keys: KeyRing
  readonly #requireKey: boolean
  readonly #report: Report
  readonly #failures: TokenBuckets
  /** Pairs of address and key that were right once: somebody else's wrong guesses from the same address do not lock them out. */
  readonly #friends = new Set<string>()
  readonly #anonymous: Access

  constructor(keys: KeyRing, { requireKey }: { readonly requireKey: boolean }, report: Report = () => {}, now?: () => number) {
    this.#keys = keys
    this.#requireKey = requireKey
    this.#report = report
    this.#failures = new TokenBuckets(now)
    this.#anonymous = anonymous((scope) => !this.#needsKey({ scope, keyed: scope === 'db:read' || scope === 'admin' }) && !(scope === 'models:run' && keys.active > 0))
  }

  /** Who asks; throws unauthorized, insufficient_scope, or rate_limited after too many wrong keys. */
  check(asked: Asked): Access {
    const { headers, route } = asked
    const text = route.scope === 'public' ? undefined : presentedKey(headers)
    const needsKey = this.#needsKey(route)
    if (text === undefined || (!needsKey && this.#keys.isEmpty)) {
      if (!needsKey) return this.#anonymous
      throw this.#missing(asked)
    }
    const key = this.#identified(text, asked)
    if (needsKey && route.scope !== 'public' && !allows(key.scopes, route.scope)) throw this.#denied(asked, key, route.scope)
    this.#report('key.used', asked, key, '')
    return accessOfKey(key)
  }

  /** Calls `end` once when the key that somebody came in with is revoked; gives what stops that. */
  onRevoked({ keyId }: Access, end: () => void): () => void {
    return this.#keys.onRevoked(keyId, end)
  }

  #needsKey({ scope, keyed }: RouteAccess): boolean {
    return scope !== 'public' && (keyed || this.#requireKey)
  }

  #identified(text: string, asked: Asked): Key {
    const found = this.#keys.identify(text)
    const caller = callerOf(asked.ip)
    if ('key' in found && isAtHome(found.key, asked)) {
      const friend = `${caller} ${found.key.id}`
      if (this.#friends.has(friend) || this.#failures.peek(caller, FAILURES).ok) return this.#befriended(friend, found.key)
    }
    const { ok, seconds } = this.#failures.take(caller, FAILURES)
    if (!ok) throw new BenchcastError('rate_limited', `Too many wrong API keys came from this address: try again in ${seconds} s.`, { retryAfterSeconds: seconds })
    const mistyped = 'refused' in found && found.refused === 'mistyped'
    this.#report('access.failed', asked, undefined, mistyped ? 'mistyped key' : 'wrong key')
    throw this.#unauthorized(mistyped ? ': it was mistyped or cut off, its checksum does not fit.' : '')
  }

  #befriended(friend: string, key: Key): Key {
    this.#friends.add(friend)
    if (this.#friends.size > MOST_FRIENDS) this.#friends.delete(this.#friends.values().next().value!)
    return key
  }

  #missing(asked: Asked): BenchcastError {
    this.#report('access.failed', asked, undefined, 'no key')
    return this.#unauthorized('')
  }

  #unauthorized(more: string): BenchcastError {
    const none = this.#keys.active === 0 ? '. This server has no keys yet: make one with `benchcast keys create`, or set UNIFIED_API_KEYS when starting it, and send it as X-API-Key.' : more
    return new BenchcastError('unauthorized', `Invalid or missing API Key${none}`)
  }

  #denied(asked: Asked, key: Key, scope: Exclude<Scope, 'public'>): BenchcastError {
    this.#report('access.denied', asked, key, `needs ${scope}`)
    return new BenchcastError(
      'insufficient_scope',
      `The API key '${key.name}' may not do this: it needs the scope '${scope}' and has ${key.scopes.join(', ')}. Make another one with \`benchcast keys create --scopes ${scope}\`.`,
    )
  }
}

/** The key of the command line is good on this machine alone. */
const isAtHome = ({ source }: Key, { ip, localAddress }: Asked): boolean => source !== 'control' || ip === localAddress || /^(127\.|::1$|::ffff:127\.)/.test(ip)

export const isAboutKeys = ({ code }: BenchcastError): boolean => code === 'unauthorized' || code === 'insufficient_scope'

/** How to authenticate, for a 401 or 403 (RFC 6750). */
export const challengeOf = ({ code }: BenchcastError): string => `Bearer realm="benchcast"${code === 'insufficient_scope' ? ', error="insufficient_scope"' : ''}`
