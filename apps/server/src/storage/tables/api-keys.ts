import { recordTable } from './record-table.ts'

/** One row per change of an API key, each with the whole state of the key after it: the newest row of a key counts. The text of a key is nowhere, only its SHA-256 as hex. */
export const apiKeys = recordTable('api_keys', 'change_id', {
  change_id: 'text',
  key_id: 'text',
  name: 'text',
  digest: 'text',
  scopes: 'json',
  created_at: 'text',
  expires_at: 'text?',
  revoked_at: 'text?',
})
