import type { Cursor } from './cursor.ts'
import type { NumberList } from './number-list.ts'
import { NumberRows } from './number-rows.ts'

const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

/**
 * Reads equally long arrays of numbers, `fewest` numbers or more in all, from the first bracket to the one that closes the array around them, where the
 * cursor then stands. Undefined, with the cursor anywhere, when the array is anything else.
 */
export function readRows(cursor: Cursor, numbers: NumberList, fewest: number): NumberRows | undefined {
  numbers.clear(true)
  let rows = 0
  let columns = 0
  for (;;) {
    if (cursor.peek() !== OPEN_ARRAY) return undefined
    cursor.pos++
    cursor.skipSpace()
    if (!numbers.read(cursor) || cursor.peek() !== CLOSE_ARRAY) return undefined
    cursor.pos++
    if (++rows === 1) columns = numbers.length
    if (numbers.length !== rows * columns) return undefined
    const byte = cursor.skipSpace()
    if (byte === CLOSE_ARRAY) return numbers.length < fewest ? undefined : new NumberRows(rows, columns, numbers.toTyped() as Float64Array)
    if (byte !== COMMA) return undefined
    cursor.pos++
    cursor.skipSpace()
  }
}
