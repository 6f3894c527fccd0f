import { createHash, randomFillSync } from 'node:crypto'
import { crc32 } from 'node:zlib'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const ID_LENGTH = 8
/** 190 random bits: SHA-256 alone keeps them safe at rest. */
const SECRET_LENGTH = 32
const CHECK_LENGTH = 6
const FORM = /^(bck_([0-9A-Za-z]{8})_[0-9A-Za-z]{32})_([0-9A-Za-z]{6})$/
const PREFIX = 'bck_'

/** What a text can be without any look-up: a key of ours by its form and checksum, one that was mistyped or cut off, or something else that may be a key of the environment. */
export type KeyText = { readonly kind: 'ours'; readonly id: string } | { readonly kind: 'mistyped' } | { readonly kind: 'other' }

/**
 * A new key: `bck_<id>_<secret>_<checksum>`, all letters and digits, so that a double click selects it and tools that look for leaked secrets know it.
 *
 * @example newKeyText() // { id: '3fTq81Zx', text: 'bck_3fTq81Zx_…_0a1B2c' }
 */
export function newKeyText(): { readonly id: string; readonly text: string } {
  const id = randomDigits(ID_LENGTH)
  const body = `${PREFIX}${id}_${randomDigits(SECRET_LENGTH)}`
  return { id, text: `${body}_${checksum(body)}` }
}

/** Reads a text as a key, without looking anything up. */
export function readKeyText(text: string): KeyText {
  if (!text.startsWith(PREFIX)) return { kind: 'other' }
  const [, body, id, check] = FORM.exec(text) ?? []
  return body !== undefined && checksum(body) === check ? { kind: 'ours', id: id! } : { kind: 'mistyped' }
}

/** What is stored of a key. */
export const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

function checksum(body: string): string {
  let rest = crc32(body)
  let digits = ''
  for (let place = 0; place < CHECK_LENGTH; place += 1) {
    digits = DIGITS[rest % DIGITS.length] + digits
    rest = Math.floor(rest / DIGITS.length)
  }
  return digits
}

/** Bytes of 248 and above are drawn anew: the others fall on each digit equally often. */
function randomDigits(length: number): string {
  let digits = ''
  const bytes = new Uint8Array(2 * length)
  while (digits.length < length) for (const byte of randomFillSync(bytes)) if (byte < 4 * DIGITS.length && digits.length < length) digits += DIGITS[byte % DIGITS.length]
  return digits
}
