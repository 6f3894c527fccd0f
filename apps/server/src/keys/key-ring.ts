import { timingSafeEqual } from 'node:crypto'
import { type Key, stateOf } from './key.ts'
import { digestOf, readKeyText } from './key-text.ts'

/** What a text turned out to be. `mistyped` is known without a look-up; everything else that does not fit is `unknown`, whether it was never a key, expired or was revoked. */
export type Identified = { readonly key: Key } | { readonly refused: 'mistyped' | 'unknown' }

/** Compared with when nothing else is there, so that the answer takes as long. */
const NOBODY = digestOf('nobody')

/** The keys of a server. Texts are compared by their SHA-256, in a time that does not depend on them. */
export class KeyRing {
  readonly #byId = new Map<string, Key>()
  /** Keys of another form than ours have no id to be found by: they are all compared. */
  readonly #others: readonly Key[]
  readonly #now: () => string
  /** What is to end when a key is revoked, by its id. */
  readonly #followers = new Map<string, Set<() => void>>()

  constructor(keys: readonly Key[], now: () => string) {
    this.#others = keys.filter(({ source }) => source !== 'stored')
    for (const key of keys) this.#byId.set(key.id, key)
    this.#now = now
  }

  /** Keys that open something now, without that of the command line. */
  get active(): number {
    return this.keys.filter((key) => key.source !== 'control' && stateOf(key, this.#now()) === 'active').length
  }

  /** Whether there is none but that of the command line. */
  get isEmpty(): boolean {
    for (const { source } of this.#byId.values()) if (source !== 'control') return false
    return true
  }

  get keys(): readonly Key[] {
    return [...this.#byId.values()]
  }

  find(id: string): Key | undefined {
    return this.#byId.get(id)
  }

  put(key: Key): void {
    this.#byId.set(key.id, key)
    if (key.revokedAt === null) return
    for (const end of this.#followers.get(key.id) ?? []) end()
    this.#followers.delete(key.id)
  }

  /** Calls `end` once when the key is revoked, now if it is. Gives what stops that; nothing is kept for somebody without a key. */
  onRevoked(id: string | null, end: () => void): () => void {
    if (id === null || this.#byId.get(id)?.revokedAt != null) {
      if (id !== null) end()
      return () => {}
    }
    const followers = this.#followers.get(id) ?? new Set()
    this.#followers.set(id, followers.add(end))
    return () => {
      followers.delete(end)
      if (followers.size === 0 && this.#followers.get(id) === followers) this.#followers.delete(id)
    }
  }

  /** The active key with this text. */
  identify(text: string): Identified {
    const read = readKeyText(text)
    if (read.kind === 'mistyped') return { refused: 'mistyped' }
    const digest = digestOf(text)
    const candidates = read.kind === 'ours' ? [this.#byId.get(read.id), ...this.#others] : this.#others
    let found: Key | undefined
    for (const key of candidates) if (timingSafeEqual(digest, key?.digest ?? NOBODY)) found = key
    return found !== undefined && stateOf(found, this.#now()) === 'active' ? { key: found } : { refused: 'unknown' }
  }
}
