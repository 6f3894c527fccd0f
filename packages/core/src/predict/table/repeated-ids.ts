import { rowName } from './predict-table.ts'
import type { TableRow } from './read-csv.ts'

const SHOWN = 3

/**
 * Warns of rows that cannot be told apart by their names.
 *
 * @example repeatedIds([{ row_id: 'a' }, { row_id: 'a' }]) // ['row_id a is given more than once: ...']
 */
export function repeatedIds(rows: readonly TableRow[]): readonly string[] {
  const seen = new Set<string>()
  const repeated = [...new Set(rows.map(rowName).filter((id) => seen.size === seen.add(id).size))]
  if (repeated.length === 0) return []
  const more = repeated.length > SHOWN ? ` and ${repeated.length - SHOWN} more` : ''
  return [`row_id ${repeated.slice(0, SHOWN).join(', ')}${more} is given more than once: predictions come in the order of the rows, but their ids do not tell them apart.`]
}
