/** Longer sequences are not kept. */
const LONGEST = 32
/** So many are kept from all texts together. */
const MOST = 1000

/**
 * Keys that followed each other in an object, all different and none of them `__proto__`. Objects of one kind have the same keys in the same
 * order: following those of the last one replaces asking each object whether it has a key already.
 */
export class KeySequence {
  private static kept = 0
  /** No key yet. */
  static none = new KeySequence(undefined, '', 0)

  private readonly before: KeySequence | undefined
  private readonly key: string
  private readonly length: number
  private readonly longer = new Map<string, KeySequence>()
  private lastKey: string | undefined
  private last: KeySequence | undefined

  private constructor(before: KeySequence | undefined, key: string, length: number) {
    this.before = before
    this.key = key
    this.length = length
  }

  /** This sequence and `key`; undefined when the key is in it already or may not be used, or the sequence is not kept: look closer. */
  and(key: string): KeySequence | undefined {
    if (key === this.lastKey) return this.last
    const next = this.longer.get(key) ?? this.kept(key)
    if (next !== undefined) {
      this.lastKey = key
      this.last = next
    }
    return next
  }

  private kept(key: string): KeySequence | undefined {
    if (this.length === LONGEST || key === '__proto__' || this.has(key)) return undefined
    if (KeySequence.kept++ === MOST) KeySequence.forget()
    const next = new KeySequence(this, key, this.length + 1)
    this.longer.set(key, next)
    return next
  }

  private has(key: string): boolean {
    return this.before !== undefined && (this.key === key || this.before.has(key))
  }

  /** Starts anew, so that texts with ever new keys hold no memory. */
  private static forget(): void {
    KeySequence.none = new KeySequence(undefined, '', 0)
    KeySequence.kept = 0
  }
}
