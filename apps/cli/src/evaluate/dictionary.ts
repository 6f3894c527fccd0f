import { MOST_VALUES } from '../columns/code-sink.ts'
import type { FileReader } from '../columns/reader.ts'
import { identifier, literal } from '../columns/sql.ts'
import { CommandError } from '../exit-codes.ts'
import type { Ref } from './roles.ts'

/** The beginning of a file that the values are first looked for in. */
const SAMPLE = 50_000

/** So few values are told apart faster one by one than by looking them up. */
const MOST_COMPARED = 8

/** The different texts of some columns, and the type of SQL that numbers them. */
export interface Dictionary {
  readonly values: readonly string[]
  /** SQL of the code of a column; null for other values. */
  readonly code: (ref: Ref) => string
}

export const textOf = ({ column }: Ref): string => `${identifier(column.name)}::VARCHAR`

/**
 * Collects the texts that columns hold: of the beginning of their files, which nearly always holds all, or of the whole files.
 *
 * @param type a name for the type of SQL, of its own for each dictionary
 */
export async function makeDictionary(reader: FileReader, type: string, refs: readonly Ref[], isWhole: boolean): Promise<Dictionary> {
  const values = new Set<string>()
  for (const [source, columns] of Map.groupBy(refs, (ref) => ref.source)) {
    const from = isWhole ? source.relation : `(SELECT * FROM ${source.relation} LIMIT ${SAMPLE})`
    const lists = columns.map((ref) => `list(DISTINCT ${textOf(ref)})`).join(', ')
    const found = await reader.rows(`SELECT unnest(list_distinct(flatten([${lists}])))::VARCHAR AS value FROM ${from} LIMIT ${MOST_VALUES + 1}`)
    for (const [value] of found) if (value !== null) values.add(String(value))
  }
  if (values.size > MOST_VALUES)
    throw new CommandError(
      'usage',
      `${refs[0]!.source.path}, column ${refs[0]!.column.name} holds more than ${MOST_VALUES} different values: it holds no classes. Say what it is with --task, or leave it out.`,
    )
  const list = [...values]
  await reader.run(`CREATE OR REPLACE TYPE ${identifier(type)} AS ENUM (${list.length === 0 ? "''" : list.map(literal).join(', ')})`)
  if (list.length <= MOST_COMPARED) return { values: list, code: (ref) => `CASE ${list.map((value, code) => `WHEN ${textOf(ref)} = ${literal(value)} THEN ${code}`).join(' ')} END` }
  return { values: list, code: (ref) => `enum_code(TRY_CAST(${textOf(ref)} AS ${identifier(type)}))` }
}
