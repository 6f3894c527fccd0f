import type { Cursor } from './cursor.ts'
import { refuse } from './refuse.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
/** Longer strings are not kept for comparison. */
const SHORT = 31
const SLOTS = 128
/** Words of four bytes that a short string and its closing quote are looked at in. */
const WORDS = (SHORT + 1) / 4

/** Strings met before, by hash: class labels and object keys repeat, and comparing them, four bytes at a time, is cheaper than making them anew. */
export class StringCache {
  private readonly texts: string[] = new Array(SLOTS).fill('')
  /** The bytes of each text, 0 behind its end. No text holds a byte that would have to be escaped. */
  private readonly words = new Int32Array(SLOTS * WORDS)
  /** Where the text last looked for belongs; -1 when it is too long. */
  private slot = -1
  /** How many strings were not there. */
  misses = 0

  /** The text from byte `start` to the next quote; undefined when it is not here. At least SHORT + 4 bytes must follow. */
  find(view: DataView, start: number): string | undefined {
    const last = start + SHORT - 3
    let pos = start
    let hash = 0
    let word = view.getInt32(pos, true)
    let quotes = quotesIn(word)
    while (quotes === 0 && pos < last) {
      hash = Math.imul(hash ^ word, 0x9e3779b1)
      pos += 4
      word = view.getInt32(pos, true)
      quotes = quotesIn(word)
    }
    this.slot = -1
    if (quotes === 0) return undefined
    const tail = word & (((quotes & -quotes) >>> 7) - 1)
    hash = Math.imul(hash ^ tail, 0x9e3779b1)
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    this.slot = slot
    let at = slot * WORDS
    for (let from = start; from < pos; from += 4) if (this.words[at++] !== view.getInt32(from, true)) return undefined
    const text = this.texts[slot]!
    // A raw 0 byte, which is an error, looks like the end of a word.
    const length = pos - start + ((31 - Math.clz32(quotes & -quotes)) >> 3)
    return this.words[at] === tail && text.length === length ? text : undefined
  }

  /** Keeps the text last looked for, plain ASCII from byte `start` on. */
  keep(text: string, view: DataView, start: number): void {
    if (this.slot < 0) return
    this.texts[this.slot] = text
    const whole = text.length >> 2
    let at = this.slot * WORDS
    for (let i = 0; i < whole; i++) this.words[at++] = view.getInt32(start + 4 * i, true)
    this.words[at] = view.getInt32(start + 4 * whole, true) & ((1 << (8 * (text.length & 3))) - 1)
  }
}

/** The upper bit of each byte that is a quote; of those behind the first one perhaps wrongly. */
function quotesIn(word: number): number {
  const differences = word ^ 0x22222222
  return (differences - 0x01010101) & ~differences & 0x80808080
}

/** Reads the string whose opening quote is at the cursor, and moves behind its closing quote. */
export function readString(cursor: Cursor, cache: StringCache): string {
  const start = cursor.pos + 1
  if (start + SHORT + 4 > cursor.end) return readNewString(cursor, start)
  const known = cache.find(cursor.view, start)
  if (known !== undefined) {
    cursor.pos = start + known.length + 1
    return known
  }
  cache.misses++
  const text = readNewString(cursor, start)
  if (text.length === cursor.pos - 1 - start) cache.keep(text, cursor.view, start)
  return text
}

/** Where strings rarely repeat, JSON.parse makes them sooner. */
const MOST_MISSES = 64

/**
 * Reads strings into `items` for as long as items are strings and most of them were met before, from the first byte of an item. True: the
 * cursor stands behind a string that no comma follows. False: where another item is due.
 */
export function readRepeatedStrings(cursor: Cursor, cache: StringCache, items: unknown[]): boolean {
  const { bytes } = cursor
  const missed = cache.misses
  while (bytes[cursor.pos] === QUOTE && cache.misses - missed <= MOST_MISSES + (items.length >> 1)) {
    items.push(readString(cursor, cache))
    if (bytes[cursor.pos] !== COMMA && cursor.skipSpace() !== COMMA) return true
    cursor.pos++
    if (bytes[cursor.pos] !== QUOTE) cursor.skipSpace()
  }
  return false
}

function readNewString(cursor: Cursor, start: number): string {
  const { bytes, view, end } = cursor
  let pos = start
  while (pos + 4 <= end && isPlain(view.getInt32(pos, true))) pos += 4
  let plain = true
  let escaped = false
  for (;;) {
    if (pos >= end) refuse('malformed_json', bytes, start - 1, 'the text ends inside a string: the text was cut off')
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
