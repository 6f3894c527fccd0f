import type { Cursor } from './cursor.ts'
import { refuse } from './refuse.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** Longer strings are not kept for comparison. */
const SHORT = 32
const SLOTS = 128

/** Strings met before, by hash: class labels and object keys repeat, and comparing is cheaper than making them anew. */
export class StringCache {
  private readonly slots: string[] = new Array(SLOTS).fill('')

  /** The ASCII text from..to, whose bytes hash to `hash`. */
  get(cursor: Cursor, from: number, to: number, hash: number): string {
    const slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1)
    const known = this.slots[slot]!
    if (known.length === to - from && equals(known, cursor.bytes, from)) return known
    const text = cursor.ascii(from, to)
    this.slots[slot] = text
    return text
  }
}

function equals(text: string, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[from + i]) return false
  return true
}

/** Reads the string whose opening quote is at the cursor, and moves behind its closing quote. */
export function readString(cursor: Cursor, cache: StringCache): string {
  const { bytes, end } = cursor
  const start = cursor.pos + 1
  const limit = Math.min(end, start + SHORT)
  let hash = 0
  let pos = start
  while (pos < limit) {
    const byte = bytes[pos]!
    if (byte === QUOTE) {
      cursor.pos = pos + 1
      return cache.get(cursor, start, pos, hash)
    }
    if (byte < 0x20 || byte === BACKSLASH || byte > 0x7f) break
    hash = (Math.imul(hash, 31) + byte) | 0
    pos++
  }
  return readLongString(cursor, start, pos)
}

/** `pos`: how far the string is known to be plain ASCII. */
function readLongString(cursor: Cursor, start: number, pos: number): string {
  const { bytes, view, end } = cursor
  while (pos + 4 <= end && isPlain(view.getInt32(pos, true))) pos += 4
  let plain = true
  let escaped = false
  for (;;) {
    if (pos >= end) refuse('malformed_json', bytes, start - 1, 'the text ends inside a string: the request was cut off')
    const byte = bytes[pos]!
    if (byte === QUOTE) break
    if (byte < 0x20)
      refuse('malformed_json', bytes, pos, `a string holds the control character U+${byte.toString(16).padStart(4, '0').toUpperCase()}: write it as \\u${byte.toString(16).padStart(4, '0')}`)
    if (byte > 0x7f) plain = false
    if (byte === BACKSLASH) {
      escaped = true
      pos++
    }
    pos++
  }
  cursor.pos = pos + 1
  if (escaped) return unescaped(cursor, start - 1, pos + 1)
  return plain ? cursor.ascii(start, pos) : decode(cursor, start, pos)
}

/** Four bytes that are ASCII and neither quote nor backslash nor control character. */
function isPlain(word: number): boolean {
  const quote = word ^ 0x22222222
  const backslash = word ^ 0x5c5c5c5c
  return (((word - 0x20202020) | (quote - 0x01010101) | (backslash - 0x01010101) | word) & 0x80808080) === 0
}

function decode(cursor: Cursor, from: number, to: number): string {
  try {
    return cursor.text(from, to)
  } catch {
    refuse('malformed_json', cursor.bytes, from, 'a string is not valid UTF-8: encode the body as UTF-8')
  }
}

function unescaped(cursor: Cursor, from: number, to: number): string {
  const quoted = decode(cursor, from, to)
  try {
    return JSON.parse(quoted)
  } catch {
    refuse('malformed_json', cursor.bytes, from, 'a string holds an escape that JSON does not know: use \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hex digits')
  }
}
