import type { Cursor } from './cursor.ts'
import type { Place } from './place.ts'
import { refuse } from './refuse.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
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
  if (start + SHORT + 4 > cursor.end) return readNewString(cursor)
  const known = cache.find(cursor.view, start)
  if (known !== undefined) {
    cursor.pos = start + known.length + 1
    return known
  }
  cache.misses++
  const text = readNewString(cursor)
  if (text.length === cursor.pos - 1 - start) cache.keep(text, cursor.view, start)
  return text
}

/** Strings of a place that were new so many times in a row are looked for only now and then. */
const SELDOM = 64
const NOW_AND_THEN = 16

/** The same for the value at `place`: strings that seldom repeat there are made sooner than looked for. */
export function readStringAt(cursor: Cursor, cache: StringCache, place: Place): string {
  if (place.newStrings > SELDOM && ++place.newStrings % NOW_AND_THEN !== 0) return readNewString(cursor)
  const missed = cache.misses
  const text = readString(cursor, cache)
  if (missed !== cache.misses) place.newStrings++
  else if (place.newStrings > 0) place.newStrings = 0
  return text
}

/** Reads the string at the cursor and those that follow it, as items of an array at `place`. */
export function readStrings(cursor: Cursor, cache: StringCache, place: Place, items: unknown[]): void {
  do items.push(readStringAt(cursor, cache, place))
  while (cursor.passComma(QUOTE))
}

/** Reads the string whose opening quote is at the cursor, and moves behind its closing quote, without a look at those met before. */
export function readNewString(cursor: Cursor): string {
  const { bytes, view, end } = cursor
  const start = cursor.pos + 1
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
    refuse('malformed_json', cursor.bytes, badByte(cursor.bytes, from, to), 'a string is not valid UTF-8: encode the body as UTF-8')
  }
}

/** The byte that ends the sound part of a text which is not UTF-8, found by halving. */
function badByte(bytes: Uint8Array, from: number, to: number): number {
  let sound = from
  let bad = to + 1
  while (bad - sound > 1) {
    const middle = (sound + bad) >> 1
    if (beginsUtf8(bytes.subarray(from, middle))) sound = middle
    else bad = middle
  }
  return sound
}

function beginsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
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
