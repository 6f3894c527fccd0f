import { microseconds } from '../instant.ts'
import type { SqlType } from '../tables/index.ts'
import { isTextual, type Stored } from './packed-column.ts'
import type { TextCodes } from './text-codes.ts'

/** What values are ordered by: numbers, microseconds of an instant, or texts by their place among those that have codes. */
export type KeyOrder = 'number' | 'instant' | 'text'

/** A number for each row. */
export type Keys = Int32Array | Float64Array

/** Whether a number orders a value so; a text gets its code by this, and with it a place. */
export function hasKey(value: Stored, order: KeyOrder, type: SqlType, texts: TextCodes): boolean {
  if (value === null) return true
  if (isTextual(type) === (order === 'number')) return false
  if (order === 'instant') return Number.isSafeInteger(Number(microseconds(value as string)))
  return order === 'number' || texts.add(value as string) !== undefined
}

/** The number that orders a value, NaN for NULL. */
export function keyOf(value: Stored, order: KeyOrder, texts: TextCodes): number {
  if (value === null) return Number.NaN
  if (order === 'number') return value as number
  return order === 'instant' ? Number(microseconds(value as string)) : texts.placeOf(value as string)
}
