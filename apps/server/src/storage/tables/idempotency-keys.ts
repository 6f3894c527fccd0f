import { table } from './table.ts'

/** Which run or comparison an Idempotency-Key made; `seq` is that of the write. */
export const idempotencyKeys = table('idempotency_keys', {
  seq: 'bigint',
  endpoint: 'text',
  key: 'text',
  fingerprint: 'text',
  resource_id: 'text',
  created_at: 'text',
  created_us: 'bigint',
})
