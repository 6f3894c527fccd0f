import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnvironmentKeys, weakKeyWarnings } from './environment-keys.ts'
import { KeyRing } from './key-ring.ts'
import { digestOf, newKeyText, readKeyText } from './key-text.ts'
import { presentedKey } from './presented-key.ts'

describe('The text of a key', () => {
  it('is new each time, and found by its id', () => {
    const texts = Array.from({ length: 500 }, newKeyText)
    expect(new Set(texts.map(({ text }) => text)).size).toBe(500)
    for (const { id, text } of texts) {
      expect(text).toMatch(/^bck_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}$/)
      expect(readKeyText(text)).toEqual({ kind: 'ours', id })
    }
  })

  it('with any one character changed, lost or doubled is known as mistyped without a look-up', () => {
    const { text } = newKeyText()
    fc.assert(
      fc.property(fc.nat(text.length - 5), fc.constantFrom('0', 'Z', '-', ''), (place, other) => {
        const at = place + 4
        fc.pre(text[at] !== other)
        expect(readKeyText(text.slice(0, at) + other + text.slice(at + 1))).toEqual({ kind: 'mistyped' })
        expect(readKeyText(text.slice(0, at) + text[at] + text.slice(at))).toEqual({ kind: 'mistyped' })
      }),
    )
  })
})

describe('A wrong key', () => {
  const stored = newKeyText()
  const base = { name: 'a', scopes: ['db:read'], createdAt: null, expiresAt: null, revokedAt: null } as const
  const ring = new KeyRing([...readEnvironmentKeys('ci:kf83-Qm2x-71Za-pL0w'), { ...base, id: stored.id, digest: digestOf(stored.text), source: 'stored' }], () => '2026-01-01T00:00:00Z')

  it('never passes, whatever it is; the right ones do', () => {
    const nearly = fc.tuple(fc.constantFrom(stored.text, 'kf83-Qm2x-71Za-pL0w'), fc.nat(60), fc.string({ maxLength: 3 })).map(([text, at, other]) => text.slice(0, at) + other + text.slice(at + 1))
    fc.assert(
      fc.property(
        fc.oneof(
          nearly,
          fc.string(),
          fc.constant(0).map(() => newKeyText().text),
        ),
        (text) => {
          fc.pre(text !== stored.text && text !== 'kf83-Qm2x-71Za-pL0w')
          expect(ring.identify(text)).not.toHaveProperty('key')
        },
      ),
      { numRuns: 2000 },
    )
    expect(ring.identify(stored.text)).toMatchObject({ key: { id: stored.id } })
    expect(ring.identify('kf83-Qm2x-71Za-pL0w')).toMatchObject({ key: { name: 'ci' } })
  })

  it('is told no apart from one that has expired or was revoked', () => {
    const { id, text } = newKeyText()
    const digest = digestOf(text)
    for (const change of [{ expiresAt: '2026-01-01T00:00:00Z' }, { revokedAt: '2025-01-01T00:00:00Z' }])
      expect(new KeyRing([{ ...base, id, digest, source: 'stored', ...change }], () => '2026-01-01T00:00:00Z').identify(text)).toEqual({ refused: 'unknown' })
    expect(ring.identify(text)).toEqual({ refused: 'unknown' })
  })
})

describe('Keys of the environment', () => {
  it('may have a name and scopes', () => {
    expect(readEnvironmentKeys(' kf83-Qm2x-71Za-pL0w, ci:aGVsbG8gd29ybGQhIQ==@db:read+read ,')).toMatchObject([
      { id: 'env-environment-1', scopes: ['read', 'write:benchmarks', 'write:measurements', 'tasks:cancel', 'models:run', 'db:read'] },
      { id: 'env-ci', name: 'ci', scopes: ['db:read', 'read'] },
    ])
    expect(readEnvironmentKeys(undefined)).toEqual([])
  })

  it.each([
    ['abc', 'it has 3 characters'],
    ['kf83 Qm2x 71Za pL0w', 'cannot be sent in a header'],
    ['bck_abcdefgh_x', 'mistyped or cut off'],
    [`${newKeyText().text.slice(0, -1)}`, 'mistyped or cut off'],
    ['kf83-Qm2x-71Za-pL0w@db:write', "'db:write' is no scope"],
    ['ci:kf83-Qm2x-71Za-pL0w,ci:kf83-Qm2x-71Za-pL0x', "the name 'ci' is used twice"],
    [':kf83-Qm2x-71Za-pL0w', 'its name must be'],
  ])('%s is refused: %s', (text, why) => {
    expect(() => readEnvironmentKeys(text)).toThrow(why)
    try {
      readEnvironmentKeys(text)
    } catch (error) {
      expect((error as Error).message).not.toContain('Qm2x')
    }
  })

  it.each([
    ['your-api-key', 'key 1 is easily guessed: it has 12 characters, not 16 or more'],
    ['ci:your-api-key-0001', "key 1 ('ci') is easily guessed: it holds a word that is tried first"],
    ['aaaaaaaaaaaaaaaaaaaa', 'fewer than 8 different characters'],
  ])('%s is warned of on this machine, and refused where others can try it', (text, why) => {
    const keys = readEnvironmentKeys(text)
    expect(weakKeyWarnings(keys, '127.0.0.1')).toEqual([expect.stringContaining(why)])
    expect(() => weakKeyWarnings(keys, '0.0.0.0')).toThrow(why)
    expect(weakKeyWarnings(readEnvironmentKeys('kf83-Qm2x-71Za-pL0w'), '0.0.0.0')).toEqual([])
  })
})

describe('The key of a request', () => {
  it.each([
    [{ 'x-api-key': 'a', authorization: 'Bearer b' }, 'a'],
    [{ 'x-api-key': '', authorization: 'bearer  b ' }, 'b'],
    [{ authorization: 'Basic b' }, undefined],
    [{ 'sec-websocket-protocol': 'benchcast, benchcast.key.c' }, undefined],
    [{ upgrade: 'websocket', 'sec-websocket-protocol': 'benchcast, benchcast.key.c' }, 'c'],
    [{}, undefined],
  ])('%j holds %j', (headers, key) => expect(presentedKey(headers)).toBe(key))
})
