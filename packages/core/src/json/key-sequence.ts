import { KeyBytes, MOST_BYTES } from './key-bytes.ts'
import { Place } from './place.ts'

/** Longer sequences are not kept, nor those with a longer key. */
const LONGEST = 32
const LONGEST_KEY = 100
/** So many are kept from all texts together. */
const MOST = 1000
/** After so many keys that followed no kept sequence, those kept are of no use any more. */
const PATIENCE = 20_000

/**
 * Keys that followed each other in an object, all different and none of them `__proto__`. Objects of one kind have the same keys in the same
 * order: following those of the last one replaces asking each object whether it has a key already, and tells which key to expect.
 */
export class KeySequence {
  /** Keys that followed no kept sequence. */
  private static strangers = 0
  /** No key yet. */
  static none = new KeySequence(undefined, '', 0)

  /** The last key. */
  readonly key: string
  /** How the last key was written last time. */
  bytes = KeyBytes.none
  /** What the values of the last key were. */
  readonly value = new Place()
  /** This sequence and the key that followed it last time. */
  next: KeySequence | undefined
  private readonly before: KeySequence | undefined
  private readonly length: number
  private readonly longer = new Map<string, KeySequence>()
  /** The sequence without keys that this one began with: {@link none}, or one like it that was forgotten with all that began there. */
  private readonly root: KeySequence

  private constructor(before: KeySequence | undefined, key: string, length: number) {
    this.before = before
    this.root = before?.root ?? this
    this.key = key
    this.length = length
  }

  /** This sequence and `key`; undefined when the key is in it already or may not be used, or the sequence is not kept: look closer. */
  and(key: string): KeySequence | undefined {
    if (key === this.next?.key) return this.next
    const next = this.longer.get(key) ?? this.kept(key)
    if (next !== undefined) this.next = next
    return next
  }

  /** Remembers how the last key is written. */
  learn(view: DataView, from: number, to: number): void {
    if (to - from <= MOST_BYTES && !this.bytes.standAt(view, from, to)) this.bytes = new KeyBytes(view, from, to)
  }

  private kept(key: string): KeySequence | undefined {
    if (this.length === LONGEST || key.length > LONGEST_KEY || key === '__proto__' || this.has(key) || this.root !== KeySequence.none) return undefined
    if (++KeySequence.strangers > MOST) {
      if (KeySequence.strangers > PATIENCE) KeySequence.forget()
      return undefined
    }
    const next = new KeySequence(this, asPropertyName(key), this.length + 1)
    this.longer.set(key, next)
    return next
  }

  private has(key: string): boolean {
    return this.before !== undefined && (this.key === key || this.before.has(key))
  }

  /** Starts anew, so that texts with ever new keys hold no memory: sequences that are still in use somewhere grow no longer. */
  static forget(): void {
    KeySequence.none = new KeySequence(undefined, '', 0)
    KeySequence.strangers = 0
  }
}

/** The same text, as engines keep it for property names: with it properties are found without a search for the text. */
function asPropertyName(key: string): string {
  return Object.keys({ [key]: 0 })[0]!
}
