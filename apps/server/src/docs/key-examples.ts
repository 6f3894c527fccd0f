import { ENDPOINTS, type EndpointName, type Endpoints } from '@benchcast/core/api'
import { parsePart } from '../http/validate.ts'
import { COMMAND_LINE } from '../keys/actor.ts'
import { KeyBook } from '../keys/key-book.ts'
import { keyCommands } from '../keys/key-commands.ts'
import { listAudit } from '../routes/keys.ts'
import { openStore } from '../storage/index.ts'
import { EXAMPLE_TIME, fixedIds } from './example-queue.ts'

const ADMINISTRATOR = { ...COMMAND_LINE, keyId: '1aBcD2eF', who: 'boss', address: '127.0.0.1' }
/** Shown in place of the random ones, so that the page is the same every time and holds no key. */
const SHOWN_IDS = ['3fTq81Zx', '7kLm52Pq']

/** The answers that the endpoints of keys really give, from a database in memory. */
export async function keyExamples(): Promise<Partial<Record<EndpointName, unknown>>> {
  const store = await openStore({ path: ':memory:' })
  try {
    const now = () => EXAMPLE_TIME
    const keys = keyCommands(await KeyBook.open({ store, now, newId: fixedIds() }), ADMINISTRATOR)
    const createKey = await keys.create(parsePart(ENDPOINTS.createKey.body!, ENDPOINTS.createKey.examples!.request, 'body'))
    const rotateKey = await keys.rotate(createKey.key_id, parsePart(ENDPOINTS.rotateKey.body!, ENDPOINTS.rotateKey.examples!.request, 'body'))
    const listKeys = await keys.list()
    const revokeKey = await keys.revoke(rotateKey.key_id)
    const audit = await listAudit({ query: parsePart(ENDPOINTS.listAudit.query!, {}, 'query'), services: { store, now } } as unknown as Parameters<typeof listAudit>[0])
    const examples = { createKey, rotateKey, listKeys, revokeKey, listAudit: audit } satisfies { readonly [N in keyof Endpoints]?: unknown }
    return shown(examples, [createKey.key_id, rotateKey.key_id])
  } finally {
    await store.close()
  }
}

/** The examples with fixed ids and without what opens anything. */
function shown<T extends object>(examples: T, ids: readonly string[]): T {
  let text = JSON.stringify(examples).replaceAll(/bck_([0-9A-Za-z]{8})_\w+/g, 'bck_$1_<32 letters and digits>_<checksum>')
  for (const [index, id] of ids.entries()) text = text.replaceAll(id, SHOWN_IDS[index]!)
  return JSON.parse(text) as T
}
