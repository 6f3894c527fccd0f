import type { Cursor } from './cursor.ts'

const COMMA = 0x2c
const BLOCK = 1 << 16

/**
 * Numbers with exponents and many digits are JSON.parse's strength, so long columns of them are handed over in blocks that stay in the cache.
 * Gives the items from the cursor to the last comma of the block and moves behind it; undefined, with the cursor unmoved, when
 * the text or the array ends before the block does.
 */
export function numberBlock(cursor: Cursor): unknown[] | undefined {
  const { bytes, pos } = cursor
  if (pos + BLOCK > cursor.end) return undefined
  const comma = bytes.lastIndexOf(COMMA, pos + BLOCK)
  const items = comma <= pos ? undefined : parsed(cursor, pos, comma)
  if (items !== undefined) cursor.pos = comma + 1
  return items
}

function parsed(cursor: Cursor, from: number, to: number): unknown[] | undefined {
  try {
    return JSON.parse(`[${cursor.text(from, to)}]`)
  } catch {
    return undefined
  }
}

/** Copies `items` into `target` from `start` on; false when one of them is no finite number. */
export function copyFinite(items: readonly unknown[], target: Float64Array, start: number): boolean {
  for (let i = 0; i < items.length; i++) {
    const value = items[i]
    if (typeof value !== 'number' || value - value !== 0) return false
    target[start + i] = value
  }
  return true
}
