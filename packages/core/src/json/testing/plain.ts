import { NumberRows } from '../index.ts'

/** The value as JSON.parse gives it: typed arrays and rows become arrays. */
export function plain(value: unknown): unknown {
  if (value instanceof NumberRows) return value.toJSON()
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}
