import { describe, expect, it } from 'vitest'
import { newId } from '../ids.ts'
import { openStore, type Store } from '../storage/index.ts'
import { COMMAND_LINE } from './actor.ts'
import { readEnvironmentKeys } from './environment-keys.ts'
import { KeyBook } from './key-book.ts'

const DAY = 86_400_000
const ORDER = { name: 'ci', scopes: ['db:read'], days: 90 } as const

/** A book on a store of its own, with a clock that the test sets; `again` opens another one on the same store. */
async function withBook(use: (book: KeyBook, world: { clock: { ms: number }; store: Store; again: () => Promise<KeyBook> }) => Promise<void>): Promise<void> {
  const store = await openStore({ path: ':memory:' })
  const clock = { ms: Date.parse('2026-01-01T00:00:00Z') }
  const now = () => new Date(clock.ms).toISOString()
  const again = () => KeyBook.open({ store, others: readEnvironmentKeys('env:kf83-Qm2x-71Za-pL0w'), now, newId })
  await use(await again(), { clock, store, again }).finally(() => store.close())
}
const opens = (book: KeyBook, text: string) => 'key' in book.ring.identify(text)
const audit = async (store: Store) => (await store.listRecords('audit', { limit: 100, offset: 0 })).rows.map(({ action, target }) => [action, target]).reverse()

describe('Keys in the database', () => {
  it('are known again after a restart, by their SHA-256 alone, until they expire', () =>
    withBook(async (book, { clock, store, again }) => {
      const { key, text } = await book.create(ORDER, COMMAND_LINE)
      expect(JSON.stringify((await store.listRecords('apiKeys', { limit: 10, offset: 0 })).rows)).not.toContain(text.slice(13, 45))
      const reopened = await again()
      expect([opens(reopened, text), reopened.ring.active]).toEqual([true, 2])
      clock.ms += 90 * DAY - 1
      expect(opens(reopened, text)).toBe(true)
      clock.ms += 1
      expect([opens(reopened, text), reopened.state(reopened.ring.find(key.id)!)]).toEqual([false, 'expired'])
    }))

  it('are replaced by new ones of the same kind, and stay good for the hours of grace', () =>
    withBook(async (book, { clock, store, again }) => {
      const old = await book.create(ORDER, COMMAND_LINE)
      const { key, text, replaced } = await book.rotate(old.key.id, 24, COMMAND_LINE)
      expect(key).toMatchObject({ name: 'ci', scopes: ['db:read'], expiresAt: old.key.expiresAt })
      expect(replaced.expiresAt).toBe('2026-01-02T00:00:00.000Z')
      expect([opens(book, old.text), opens(book, text)]).toEqual([true, true])
      clock.ms += DAY
      for (const known of [book, await again()]) expect([opens(known, old.text), opens(known, text)]).toEqual([false, true])
      expect(await audit(store)).toEqual([
        ['key.created', old.key.id],
        ['key.rotated', old.key.id],
      ])
    }))

  it('open nothing from the moment they are revoked, which may be said twice', () =>
    withBook(async (book, { again }) => {
      const { key, text } = await book.create({ ...ORDER, days: null }, COMMAND_LINE)
      const revoked = await book.revoke(key.id, COMMAND_LINE)
      expect(await book.revoke(key.id, COMMAND_LINE)).toEqual(revoked)
      for (const known of [book, await again()]) expect(opens(known, text)).toBe(false)
      await expect(book.rotate(key.id, 1, COMMAND_LINE)).rejects.toThrow('is revoked')
    }))

  it('have names of their own, and those of the environment are not changed', () =>
    withBook(async (book) => {
      const { key } = await book.create(ORDER, COMMAND_LINE)
      await expect(book.create(ORDER, COMMAND_LINE)).rejects.toMatchObject({ code: 'key_unchangeable' })
      await book.revoke(key.id, COMMAND_LINE)
      await book.create(ORDER, COMMAND_LINE)
      await expect(book.revoke('env-env', COMMAND_LINE)).rejects.toThrow('UNIFIED_API_KEYS')
      await expect(book.revoke('nobody', COMMAND_LINE)).rejects.toMatchObject({ code: 'key_not_found' })
    }))

  it('tell when they were last used, and write it once an hour', () =>
    withBook(async (book, { clock, store, again }) => {
      const { key } = await book.create(ORDER, COMMAND_LINE)
      for (let minute = 0; minute < 130; minute += 1) {
        book.used(key, '127.0.0.1', 'GET /api/db/overview')
        clock.ms += 60_000
      }
      await book.audit.settled()
      expect(await audit(store)).toHaveLength(4)
      expect([book.lastUsedAt(key.id), (await again()).lastUsedAt(key.id)]).toEqual(['2026-01-01T02:09:00.000Z', '2026-01-01T02:00:00.000Z'])
    }))

  it('that are guessed make sixty entries a minute at most, and the rest is counted', () =>
    withBook(async (book, { store }) => {
      for (let i = 0; i < 500; i += 1) book.audit.noteAttempt({ action: 'access.failed', actor: COMMAND_LINE, target: 'GET /', outcome: 'refused' })
      await book.audit.settled()
      expect((await audit(store)).length).toBeLessThanOrEqual(62)
    }))
})
