import type { KeyScope } from '@benchcast/core/api'
import { allows, type Key } from './key.ts'

/** Who sent a request, and what they may do. */
export interface Access {
  /** Id of the key; null when none was sent or needed. */
  readonly keyId: string | null
  /** Name of the key, or `anonymous`. */
  readonly who: string
  may(scope: KeyScope): boolean
}

/** Somebody without a key: everything that needs none. */
export const anonymous = (may: (scope: KeyScope) => boolean): Access => ({ keyId: null, who: 'anonymous', may })

export const accessOfKey = ({ id, name, scopes }: Pick<Key, 'id' | 'name' | 'scopes'>): Access => ({ keyId: id, who: name, may: (scope) => allows(scopes, scope) })

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before a handler runs. */
    access: Access
  }
}
