import { BenchcastError } from '../errors.ts'

const MAX_SHOWN = 60

/** A value as a message shows it: short, quoted, on one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

/** JSON pointer of a place in the request body. */
export const pointer = (...path: readonly (string | number)[]): string => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Where a column stands in the request: its pointer, and its name in a sentence. */
export interface Place {
  readonly path: readonly string[]
  readonly name: string
}

export const modelPlace = (field: string, id: string): Place => ({ path: [field, id], name: `${field} of model ${shown(id)}` })
export const fieldPlace = (field: string): Place => ({ path: [field], name: field })

/** A refusal that names column and row. */
export function rowError(code: 'missing_value' | 'mixed_values' | 'not_finite' | 'invalid_data', place: Place, row: number, what: string): BenchcastError {
  const detail = `${place.name}, row ${row}: ${what}`
  return new BenchcastError(code, detail, { errors: [{ pointer: pointer(...place.path, row), code, detail }] })
}

/** A refusal of a whole field. */
export function fieldError(
  code: 'invalid_data' | 'length_mismatch' | 'unknown_model' | 'unknown_metric' | 'unknown_task_type' | 'mixed_values',
  path: readonly (string | number)[],
  detail: string,
): BenchcastError {
  return new BenchcastError(code, detail, { errors: [{ pointer: pointer(...path), code, detail }] })
}
