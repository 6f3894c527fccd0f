import { BenchcastError, type ErrorCode } from '../errors.ts'
import type { Cursor } from './cursor.ts'
import { pointerAt } from './pointer.ts'

/**
 * Throws what is wrong at byte `offset`, with the JSON pointer of the value being read there.
 * The pointer is found by walking the text again, so that reading sound text pays nothing for it.
 *
 * @example
 * refuse('malformed_json', bytes, 9, 'a string holds a NUL') // throws: a string holds a NUL (at /a/1, byte 9).
 */
export function refuse(code: ErrorCode, bytes: Uint8Array, offset: number, what: string): never {
  const pointer = pointerAt(bytes, offset)
  const place = pointer === '' ? 'at the top' : `at ${pointer}`
  const detail = `${what} (${place}, byte ${offset}).`
  throw new BenchcastError(code, detail, { errors: [{ pointer, code, detail }] })
}

/** Throws that the byte at the cursor is not what is due there. */
export function unexpected({ bytes, pos, end }: Cursor, wanted: string): never {
  if (pos >= end) refuse('malformed_json', bytes, pos, `the text ends where ${wanted} is due: the text was cut off`)
  const byte = bytes[pos]!
  const found = byte > 0x20 && byte < 0x7f ? `'${String.fromCharCode(byte)}'` : `byte 0x${byte.toString(16).padStart(2, '0')}`
  refuse('malformed_json', bytes, pos, `found ${found} where ${wanted} is due`)
}
