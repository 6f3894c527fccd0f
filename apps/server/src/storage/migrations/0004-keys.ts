import type { Migration } from './migration.ts'

const COMMON = 'seq bigint NOT NULL, position integer NOT NULL, timestamp text NOT NULL, created_us bigint NOT NULL, metadata text NOT NULL'

/** API keys, and who did what. */
export const keys: Migration = {
  version: 4,
  name: 'keys',
  statements: [
    `CREATE TABLE api_keys (${COMMON}, change_id text NOT NULL, key_id text NOT NULL, name text NOT NULL, digest text NOT NULL, scopes text NOT NULL, created_at text NOT NULL,
      expires_at text, revoked_at text)`,
    `CREATE TABLE audit_log (${COMMON}, entry_id text NOT NULL, action text NOT NULL, who text NOT NULL, key_id text, address text NOT NULL, target text NOT NULL, outcome text NOT NULL,
      detail text NOT NULL)`,
  ],
}
