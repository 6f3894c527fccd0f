import { randomBytes } from 'node:crypto'
import { KEY_SCOPES, type KeyScope } from '@benchcast/core/api'

/** Keys that the gateway shows a service: its own, chosen so that nobody may more there than here. */
export interface GatewayKeys {
  /** For the database API, whose callers have shown a key. */
  readonly database: string
  /** For other calls of somebody who may do these things; none where a key would allow more. */
  readonly of: (may: (scope: KeyScope) => boolean) => string | undefined
}

/** Scopes that a service asks for beyond that of the route, which the gateway has checked. */
const ASKED_LATER: readonly KeyScope[] = ['models:run', 'tasks:cancel']

/** One key that was given for a service elsewhere: it is shown for those who may do everything that it allows. */
export const givenKey = (key: string): GatewayKeys => ({ database: key, of: (may) => (ASKED_LATER.every(may) ? key : undefined) })

/**
 * New keys for the processes of one start, one for each set of what callers may do beyond their route.
 *
 * @returns the keys, and the entries of `UNIFIED_API_KEYS` that tell a process of them
 */
export function newGatewayKeys(): { readonly keys: GatewayKeys; readonly entries: readonly string[] } {
  const others = KEY_SCOPES.filter((scope) => !ASKED_LATER.includes(scope))
  const made = subsets(ASKED_LATER).map((allowed) => ({ allowed, key: randomBytes(24).toString('base64url') }))
  const entries = made.map(({ allowed, key }, index) => `gateway-${index}:${key}@${[...others, ...allowed].join('+')}`)
  const of: GatewayKeys['of'] = (may) => made.find(({ allowed }) => ASKED_LATER.every((scope) => allowed.includes(scope) === may(scope)))!.key
  return { keys: { database: of(() => true)!, of }, entries }
}

/** Every way to choose some of them. */
const subsets = <T>(items: readonly T[]): readonly (readonly T[])[] => Array.from({ length: 2 ** items.length }, (_, chosen) => items.filter((_item, at) => (chosen >> at) & 1))
