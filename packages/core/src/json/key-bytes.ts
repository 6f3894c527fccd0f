const WORD = 4
/** More are not worth keeping. */
export const MOST_BYTES = 128

/**
 * What stands before a value in an object, from the comma or brace before its key to the byte before the value. Texts of one origin
 * write it the same way each time, and four bytes at a time it is compared sooner than a key is read.
 */
export class KeyBytes {
  /** Nothing, which stands nowhere. */
  static readonly none = new KeyBytes(new DataView(new ArrayBuffer(0)), 0, 0)

  /** 0, or 4 and more: brace, two quotes and colon at least. */
  readonly size: number
  /** The last word overlaps the one before it when the size is no multiple of four. */
  private readonly words: Int32Array

  constructor(view: DataView, from: number, to: number) {
    this.size = to - from
    this.words = new Int32Array(Math.ceil(this.size / WORD))
    for (let i = 0; i < this.words.length; i++) this.words[i] = view.getInt32(from + Math.min(WORD * i, this.size - WORD), true)
  }

  /** Whether the same bytes stand at `pos`. */
  standAt(view: DataView, pos: number, end: number): boolean {
    const { size, words } = this
    if (size === 0 || pos + size > end) return false
    const last = words.length - 1
    if (view.getInt32(pos + size - WORD, true) !== words[last]) return false
    for (let i = 0; i < last; i++) if (view.getInt32(pos + WORD * i, true) !== words[i]) return false
    return true
  }
}
