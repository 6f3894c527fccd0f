import { BenchcastError } from '../../errors.ts'
import type { TableRow } from './read-csv.ts'

/**
 * Rows given as JSON objects, as the table has them: values as text, null as the empty string.
 *
 * @param place what a message calls the rows: a file or a field
 * @throws {BenchcastError} `invalid_data` for what is no array of objects with plain values
 * @example rowsOfJson([{ model_name: 'resnet50', batch_size: 8 }], 'rows') // [{ model_name: 'resnet50', batch_size: '8' }]
 */
export function rowsOfJson(value: unknown, place: string): TableRow[] {
  if (!Array.isArray(value)) throw new BenchcastError('invalid_data', `${place} is not a JSON array: write [{ "model_name": ..., "hardware_platform": ... }, ...].`)
  return value.map((row: unknown, index) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new BenchcastError('invalid_data', `${place}, row ${index + 1}: write an object with a value for each column.`)
    return Object.fromEntries(Object.entries(row).map(([name, item]) => [name, cellText(item, `${place}, row ${index + 1}, ${name}`)]))
  })
}

function cellText(item: unknown, place: string): string {
  if (item === null || item === undefined) return ''
  if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return String(item)
  throw new BenchcastError('invalid_data', `${place}: write a text, a number or null.`)
}
