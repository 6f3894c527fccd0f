import { BenchcastError } from '../../errors.ts'
import type { TableRow } from './read-csv.ts'

/** Columns of which a table must have one, each set with what a row without it lacks. */
const NEEDED: readonly (readonly string[])[] = [['hardware_platform'], ['model_name', 'arch_key', 'gmacs', 'params_m']]
const SHOWN = 12

/**
 * Throws `invalid_data` for a table without rows, or whose columns can tell of no row what is asked: then nothing of it could be predicted.
 *
 * @param place what a message calls the table: its file or field
 */
export function checkColumns(rows: readonly TableRow[], place: string): void {
  const [first] = rows
  if (first === undefined)
    throw new BenchcastError('invalid_data', `${place} has no rows: give one for each configuration, with hardware_platform, model_name and what else you know (in CSV below a header line).`)
  const missing = NEEDED.filter((names) => !names.some((name) => rows.some((row) => name in row)))
  if (missing.length === 0) return
  const has = Object.keys(first)
  const shown = `${has.slice(0, SHOWN).join(', ')}${has.length > SHOWN ? ' ...' : ''}`
  throw new BenchcastError(
    'invalid_data',
    `${place} has no column ${missing.map((names) => names[0]).join(' and no column ')}: it has ${shown}. Name the columns as benchcast predict --help lists them (in CSV with commas between).`,
  )
}
