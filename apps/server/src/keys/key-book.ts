import type { AuditAction, KeyScope } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { IdKind } from '../ids.ts'
import type { RecordOf, Store } from '../storage/store.ts'
import type { Actor } from './actor.ts'
import { AuditLog } from './audit-log.ts'
import { type Key, type KeyState, stateOf } from './key.ts'
import { KeyRing } from './key-ring.ts'
import { digestOf, newKeyText } from './key-text.ts'

/** What is asked for in a new key. */
export interface KeyOrder {
  readonly name: string
  readonly scopes: readonly KeyScope[]
  /** Days until it expires; null: never. */
  readonly days: number | null
}

/** A key that was just made; its text is shown now and never again. */
export interface MadeKey {
  readonly key: Key
  readonly text: string
}

export interface BookOptions {
  readonly store: Store
  /** Keys that are not in the database. */
  readonly others?: readonly Key[]
  readonly now: () => string
  readonly newId: (kind: IdKind) => string
  readonly report?: (error: unknown) => void
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** More changes than any server has. */
const ALL = 1_000_000

/** The keys of a server and their history: made, replaced, revoked and last used. Every change is in the audit log, in the same transaction. */
export class KeyBook {
  readonly ring: KeyRing
  readonly audit: AuditLog
  readonly #now: () => string
  readonly #newId: (kind: IdKind) => string
  /** When each key was last used, and until when that is recorded. */
  readonly #lastUsed = new Map<string, { at: string; recorded: number }>()

  private constructor({ store, others = [], now, newId, report }: BookOptions) {
    this.ring = new KeyRing(others, now)
    this.audit = new AuditLog({ store, now, newId, ...(report && { report }) })
    this.#now = now
    this.#newId = newId
  }

  static async open(options: BookOptions): Promise<KeyBook> {
    const book = new KeyBook(options)
    const { rows: changes } = await options.store.listRecords('apiKeys', { limit: ALL, offset: 0 })
    for (const change of [...changes].reverse()) book.ring.put(keyOf(change))
    const { rows: uses } = await options.store.listRecords('audit', { limit: 10_000, offset: 0, equals: { action: 'key.used' } })
    for (const { key_id, timestamp } of [...uses].reverse()) book.#lastUsed.set(key_id!, { at: timestamp, recorded: Date.parse(timestamp) })
    return book
  }

  /** Every key but that of the command line, the newest first. */
  list(): readonly Key[] {
    return this.ring.keys.filter(({ source }) => source !== 'control').reverse()
  }

  state(key: Key): KeyState {
    return stateOf(key, this.#now())
  }

  lastUsedAt(id: string): string | null {
    return this.#lastUsed.get(id)?.at ?? null
  }

  /** A new key under a name that no active one has. */
  async create({ name, scopes, days }: KeyOrder, by: Actor): Promise<MadeKey> {
    if (this.ring.keys.some((key) => key.name === name && this.state(key) === 'active'))
      throw new BenchcastError('key_unchangeable', `There is an active key named '${name}': rotate or revoke it, or choose another name.`)
    const made = this.#made({ name, scopes, days })
    await this.#change('key.created', by, [made.key], `${name}: ${scopes.join(', ')}`)
    return made
  }

  /** A new key of the same name and scopes; the old one stays good for `graceHours`. */
  async rotate(id: string, graceHours: number, by: Actor): Promise<MadeKey & { readonly replaced: Key }> {
    const old = this.#changeable(id)
    const lifetime = old.expiresAt === null || old.createdAt === null ? null : (Date.parse(old.expiresAt) - Date.parse(old.createdAt)) / DAY_MS
    const made = this.#made({ name: old.name, scopes: old.scopes, days: lifetime })
    const end = new Date(Date.parse(this.#now()) + graceHours * HOUR_MS).toISOString()
    const replaced: Key = { ...old, expiresAt: old.expiresAt === null || end < old.expiresAt ? end : old.expiresAt }
    await this.#change('key.rotated', by, [replaced, made.key], `${old.name}: replaced by ${made.key.id}, good until ${replaced.expiresAt}`)
    return { ...made, replaced }
  }

  /** From now on it opens nothing. */
  async revoke(id: string, by: Actor): Promise<Key> {
    const old = this.ring.find(id)
    if (old?.source === 'stored' && this.state(old) === 'revoked') return old
    const key: Key = { ...this.#changeable(id, ['active', 'expired']), revokedAt: this.#now() }
    await this.#change('key.revoked', by, [key], key.name)
    return key
  }

  /** Notes that a key was used; written once an hour for each. */
  used({ id, name }: Pick<Key, 'id' | 'name'>, address: string, target: string): void {
    const at = this.#now()
    const known = this.#lastUsed.get(id)
    const isDue = known === undefined || Date.parse(at) - known.recorded >= HOUR_MS
    this.#lastUsed.set(id, { at, recorded: isDue ? Date.parse(at) : known.recorded })
    if (isDue) this.audit.note({ action: 'key.used', actor: { keyId: id, who: name, address }, target, outcome: 'ok' })
  }

  #made({ name, scopes, days }: KeyOrder): MadeKey {
    const { id, text } = newKeyText()
    const createdAt = this.#now()
    const expiresAt = days === null ? null : new Date(Date.parse(createdAt) + days * DAY_MS).toISOString()
    return { text, key: { id, name, digest: digestOf(text), scopes, source: 'stored', createdAt, expiresAt, revokedAt: null } }
  }

  #changeable(id: string, states: readonly KeyState[] = ['active']): Key {
    const key = this.ring.find(id)
    if (key === undefined || key.source === 'control') throw new BenchcastError('key_not_found', `There is no API key '${id}': GET /api/keys or \`benchcast keys list\` shows those there are.`)
    if (key.source === 'environment') throw new BenchcastError('key_unchangeable', `The API key '${id}' was set in UNIFIED_API_KEYS: change that variable and restart the server.`)
    const state = this.state(key)
    if (!states.includes(state)) throw new BenchcastError('key_unchangeable', `The API key '${id}' is ${state}: make a new one.`)
    return key
  }

  async #change(action: AuditAction, actor: Actor, keys: readonly Key[], detail: string): Promise<void> {
    const changes = keys.map((key) => changeOf(key, this.#newId('keyChange'), this.#now()))
    await this.audit.write({ action, actor, target: keys[0]!.id, outcome: 'ok', detail }, changes)
    for (const key of keys) this.ring.put(key)
  }
}

const changeOf = ({ id, name, digest, scopes, createdAt, expiresAt, revokedAt }: Key, change_id: string, timestamp: string): RecordOf<'apiKeys'> => ({
  change_id,
  timestamp,
  key_id: id,
  name,
  digest: digest.toString('hex'),
  scopes,
  created_at: createdAt ?? timestamp,
  expires_at: expiresAt,
  revoked_at: revokedAt,
  metadata: {},
})

const keyOf = ({ key_id, name, digest, scopes, created_at, expires_at, revoked_at }: RecordOf<'apiKeys'>): Key => ({
  id: key_id,
  name,
  digest: Buffer.from(digest, 'hex'),
  scopes: scopes as readonly KeyScope[],
  source: 'stored',
  createdAt: created_at,
  expiresAt: expires_at,
  revokedAt: revoked_at,
})
