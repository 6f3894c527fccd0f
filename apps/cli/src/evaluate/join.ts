import { BenchcastError } from '@benchcast/core/errors'
import type { FileReader } from '../columns/reader.ts'
import type { Source } from '../columns/source.ts'
import { identifier } from '../columns/sql.ts'
import { CommandError } from '../exit-codes.ts'

/** Names of columns that tell which row is which. */
const ID_NAMES = ['id', 'row_id', 'sample_id', 'example_id']
/** A name that no file has: the order of the rows of the first file. */
const ORDER = '"# row"'

/** The column that joins several files: as said, else one of the usual names that all have; undefined when rows go by their order. */
export function idColumn(sources: readonly Source[], said: string | undefined): string | undefined {
  const all = (name: string) => sources.every(({ columns }) => columns.some((column) => column.name === name))
  if (said !== undefined && !all(said)) throw new CommandError('usage', `Not every file has the column '${said}', which --id names.`)
  return said ?? (sources.length > 1 ? ID_NAMES.find(all) : undefined)
}

/** A file as a relation whose rows are those of `first`, in its order. */
export async function joined(reader: FileReader, first: Source, source: Source, id: string | undefined): Promise<string> {
  if (id === undefined || source === first) return source.relation
  const key = `${identifier(id)}::VARCHAR`
  const keys = (relation: string) => `(SELECT ${key} AS k FROM ${relation})`
  const [[twice] = []] = await reader.rows(`SELECT k FROM ${keys(source.relation)} GROUP BY k HAVING count(*) > 1 LIMIT 1`)
  if (twice !== undefined) throw new BenchcastError('invalid_data', `${source.path} has two rows with ${id} ${String(twice)}. Give one row for each ${id}.`)
  const [[absent] = []] = await reader.rows(`SELECT k FROM ${keys(first.relation)} AS a ANTI JOIN ${keys(source.relation)} AS b USING (k) LIMIT 1`)
  if (absent !== undefined) throw new BenchcastError('invalid_data', `${source.path} has no row with ${id} ${String(absent)}, which ${first.path} has. Give a prediction for each ${id}.`)
  const order = `(SELECT ${key} AS k, row_number() OVER () AS ${ORDER} FROM ${first.relation})`
  return `(SELECT f.* FROM ${order} AS o JOIN ${source.relation} AS f ON o.k = f.${key} ORDER BY o.${ORDER})`
}
