import type { Cursor } from './cursor.ts'
import { refuseNotFinite } from './not-finite.ts'
import { refuse } from './refuse.ts'

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Any JSON number, or the refusal that says what stands there instead. Slow and plain: the fast reader comes here when in doubt. */
export function exactNumber(cursor: Cursor, target: Float64Array, index: number): void {
  const start = cursor.pos
  let end = start
  while (end < cursor.end && isNumberByte(cursor.bytes[end]!)) end++
  const text = cursor.ascii(start, end)
  if (!NUMBER.test(text)) {
    refuseNotFinite(cursor)
    refuse('malformed_json', cursor.bytes, start, `'${text.slice(0, 40)}' is not a JSON number`)
  }
  const value = Number(text)
  if (!Number.isFinite(value)) refuse('not_finite', cursor.bytes, start, `${text.slice(0, 40)} is too large for a double: send a number below 1.8e308`)
  target[index] = value
  cursor.pos = end
}

/** 0-9 + - . e E */
function isNumberByte(byte: number): boolean {
  return (byte ^ 0x30) < 10 || byte === 0x2b || byte === 0x2d || byte === 0x2e || (byte | 0x20) === 0x65
}
