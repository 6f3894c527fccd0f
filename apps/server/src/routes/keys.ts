import type { Endpoints, KeyRow } from '@benchcast/core/api'
import type { Actor } from '../keys/actor.ts'
import type { Key } from '../keys/key.ts'
import type { KeyBook } from '../keys/key-book.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'

const DAY_MS = 86_400_000

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

/** Who sent a request. */
export const actorOf = ({ request: { access, ip } }: Pick<Call, 'request'>): Actor => ({ keyId: access.keyId, who: access.who, address: ip })

export const createKey: Handler<Endpoints['createKey']> = async (call) => {
  const { name, scopes, expires_in_days } = call.body()
  const { keys } = call.services
  const { key, text } = await keys.create({ name, scopes, days: expires_in_days === 0 ? null : expires_in_days }, actorOf(call))
  return { ...keyRow(keys, key), key: text }
}

export const listKeys: Handler<Endpoints['listKeys']> = async ({ services: { keys } }) => {
  const rows = keys.list().map((key) => keyRow(keys, key))
  return { count: rows.length, keys: rows }
}

export const rotateKey: Handler<Endpoints['rotateKey']> = async (call) => {
  const { keys } = call.services
  const { key, text, replaced } = await keys.rotate(call.params.key_id, call.body().grace_hours, actorOf(call))
  return { ...keyRow(keys, key), key: text, replaces: keyRow(keys, replaced) }
}

export const revokeKey: Handler<Endpoints['revokeKey']> = async (call) => {
  const { keys } = call.services
  return keyRow(keys, await keys.revoke(call.params.key_id, actorOf(call)))
}

export const listAudit: Handler<Endpoints['listAudit']> = async ({ query, services: { store, now } }) => {
  const { limit, offset, action, key_id, days } = query
  const sinceUs = days === undefined ? undefined : BigInt(Date.parse(now()) - days * DAY_MS) * 1000n
  const { rows, total } = await store.listRecords('audit', { limit, offset, equals: { action, key_id }, sinceUs })
  return { count: rows.length, total, entries: rows.map(({ metadata: _, ...entry }) => entry) }
}
