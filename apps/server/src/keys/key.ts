import type { KeyScope } from '@benchcast/core/api'

/** A key as the server knows it: never its text. */
export interface Key {
  /** Names the key in lists, logs and the audit log; no secret. */
  readonly id: string
  readonly name: string
  /** SHA-256 of its text. */
  readonly digest: Buffer
  readonly scopes: readonly KeyScope[]
  /** `environment`: set in UNIFIED_API_KEYS; `stored`: in the database; `control`: of the command line of this machine. */
  readonly source: 'environment' | 'stored' | 'control'
  readonly createdAt: string | null
  /** ISO time from which it is refused; null: never. */
  readonly expiresAt: string | null
  readonly revokedAt: string | null
  /** Why it is easily guessed, and what to do; absent for a strong one. */
  readonly weakness?: string
}

export type KeyState = 'active' | 'expired' | 'revoked'

export const stateOf = ({ expiresAt, revokedAt }: Pick<Key, 'expiresAt' | 'revokedAt'>, now: string): KeyState => {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active'
}

/** Whether a key with these scopes may do what needs `scope`. */
export const allows = (scopes: readonly KeyScope[], scope: KeyScope): boolean => scopes.includes(scope) || scopes.includes('admin')
