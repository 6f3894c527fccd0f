import type { KeyRow } from '@benchcast/core/api'
import type { Key } from './key.ts'
import type { KeyBook } from './key-book.ts'

/** A key as it is shown. */
export const keyRow = (book: KeyBook, key: Key): KeyRow => ({
  key_id: key.id,
  name: key.name,
  scopes: [...key.scopes],
  source: key.source === 'environment' ? 'environment' : 'stored',
  state: book.state(key),
  created_at: key.createdAt,
  expires_at: key.expiresAt,
  revoked_at: key.revokedAt,
  last_used_at: book.lastUsedAt(key.id),
})
