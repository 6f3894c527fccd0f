import { BenchcastError, type ErrorCode } from '../errors.ts'
import { pointerAt } from './pointer.ts'

/**
 * Throws what is wrong at byte `offset`, with the JSON pointer of the value being read there.
 * The pointer is found by walking the text again, so that reading sound text pays nothing for it.
 */
export function refuse(code: ErrorCode, bytes: Uint8Array, offset: number, what: string): never {
  const pointer = pointerAt(bytes, offset)
  const place = pointer === '' ? 'at the top' : `at ${pointer}`
  const detail = `${what} (${place}, byte ${offset}).`
  throw new BenchcastError(code, detail, { errors: [{ pointer, code, detail }] })
}
