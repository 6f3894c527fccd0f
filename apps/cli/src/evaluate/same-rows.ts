import type { Column } from '@benchcast/core/api'
import { CodedColumn, NumberRows } from '@benchcast/core/json'

/** Whether two columns hold the same values in the same order. */
export function sameColumn(a: Column, b: Column): boolean {
  const [rowsA, rowsB] = [rowsOf(a), rowsOf(b)]
  if (rowsA.length !== rowsB.length) return false
  for (let row = 0; row < rowsA.length; row++) {
    const [left, right] = [rowsA[row], rowsB[row]]
    if (left !== right && !(typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right))) return false
  }
  return true
}

/** A column as JSON holds it. */
export const plainColumn = (column: Column): readonly unknown[] =>
  Array.isArray(column) ? column : column instanceof NumberRows || column instanceof CodedColumn ? column.toJSON() : Array.from(column as ArrayLike<unknown>)

const rowsOf = (column: Column): ArrayLike<unknown> => (column instanceof NumberRows || column instanceof CodedColumn ? column.toJSON() : column)
