import type { Cursor } from './cursor.ts'

const CLOSE_ARRAY = 0x5d
/** Shorter arrays are read sooner than decoded. */
const WORTHWHILE = 64

/** Reads arrays of strings, booleans and nulls by JSON.parse: for those that seldom repeat nothing is faster, and nothing in them needs a closer look. */
export class ScalarArrays {
  /** An array read in vain ended here; those that begin before it are not tried again, so that no byte is tried twice. */
  private triedTo = 0

  /**
   * The items from the cursor to the end of the array, with the cursor moved to its closing bracket. Undefined when they hold objects,
   * arrays or a bracket in a string, or are faulty: read them one by one.
   */
  read(cursor: Cursor): unknown[] | undefined {
    const { pos } = cursor
    if (pos < this.triedTo) return undefined
    const end = cursor.bytes.indexOf(CLOSE_ARRAY, pos)
    if (end - pos < WORTHWHILE) return undefined
    const items = parsed(cursor, pos, end)
    if (items === undefined || !allScalar(items)) {
      this.triedTo = end
      return undefined
    }
    cursor.pos = end
    return items
  }
}

/** Undefined for an escape that is none, invalid UTF-8, brackets that do not match: the slow reader finds out what. */
function parsed(cursor: Cursor, from: number, to: number): unknown[] | undefined {
  try {
    return JSON.parse(`[${cursor.text(from, to)}]`)
  } catch {
    return undefined
  }
}

/** Only strings, booleans, nulls and finite numbers. */
function allScalar(items: readonly unknown[]): boolean {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (typeof item === 'object' ? item !== null : typeof item === 'number' && !Number.isFinite(item)) return false
  }
  return true
}
