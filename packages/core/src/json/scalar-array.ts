import type { Cursor } from './cursor.ts'

const CLOSE_ARRAY = 0x5d
const NESTING = [0x5b, 0x7b]
/** Shorter arrays are read sooner than decoded. */
const WORTHWHILE = 64

/**
 * The array whose opening bracket is at byte `start`, read by JSON.parse, when it holds strings, booleans and nulls only: for those
 * nothing is faster, and nothing in them needs a closer look. Undefined when it holds anything else or is faulty: read it item by item.
 * Moves the cursor to the closing bracket.
 */
export function scalarArray(cursor: Cursor, start: number): unknown[] | undefined {
  const { bytes } = cursor
  const end = bytes.indexOf(CLOSE_ARRAY, start)
  if (end - start < WORTHWHILE) return undefined
  const inside = bytes.subarray(start + 1, end)
  if (NESTING.some((byte) => inside.includes(byte))) return undefined
  const items = parsed(cursor, start, end + 1)
  if (items === undefined || items.some((item) => typeof item === 'number')) return undefined
  cursor.pos = end
  return items
}

/** A bracket in a string, an escape that is none, invalid UTF-8: the slow reader finds out what. */
function parsed(cursor: Cursor, from: number, to: number): unknown[] | undefined {
  try {
    return JSON.parse(cursor.text(from, to))
  } catch {
    return undefined
  }
}
