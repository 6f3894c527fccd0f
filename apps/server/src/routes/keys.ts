import type { Endpoints } from '@benchcast/core/api'
import { keyCommands } from '../keys/key-commands.ts'
import type { Call } from './call.ts'
import type { Handler } from './handler.ts'

const DAY_MS = 86_400_000

/** The keys, in the hands of who sent the request. */
const keysOf = ({ request: { access, ip }, services: { keys } }: Pick<Call, 'request' | 'services'>) => keyCommands(keys, { keyId: access.keyId, who: access.who, address: ip })

export const createKey: Handler<Endpoints['createKey']> = (call) => keysOf(call).create(call.body())
export const listKeys: Handler<Endpoints['listKeys']> = (call) => keysOf(call).list()
export const rotateKey: Handler<Endpoints['rotateKey']> = (call) => keysOf(call).rotate(call.params.key_id, call.body())
export const revokeKey: Handler<Endpoints['revokeKey']> = (call) => keysOf(call).revoke(call.params.key_id)

export const listAudit: Handler<Endpoints['listAudit']> = async ({ query, services: { store, now } }) => {
  const { limit, offset, action, key_id, days } = query
  const sinceUs = days === undefined ? undefined : BigInt(Date.parse(now()) - days * DAY_MS) * 1000n
  const { rows, total } = await store.listRecords('audit', { limit, offset, equals: { action, key_id }, sinceUs })
  return { count: rows.length, total, entries: rows.map(({ metadata: _, ...entry }) => entry) }
}
