import { BenchcastError } from '@benchcast/core/errors'

/** The opaque text that names the place after the run with this sequence number. */
export const encodeCursor = (seq: number): string => Buffer.from(String(seq)).toString('base64url')

/** The sequence number in a cursor. Throws `validation_failed` for a text this server did not make. */
export function decodeCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString()
  const seq = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(seq) && encodeCursor(seq) === cursor) return seq
  const detail = 'cursor cannot be read: send next_cursor of an earlier page as it was, or leave cursor out to start at the newest run.'
  throw new BenchcastError('validation_failed', detail, { errors: [{ pointer: '/query/cursor', code: 'invalid_cursor', detail }] })
}
