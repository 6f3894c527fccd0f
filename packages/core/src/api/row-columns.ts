import { z } from 'zod'
import { name, queryBoolean, queryInteger } from './schemas.ts'

/** What a column holds, as far as filters, ordering and tables of text care. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'list' | 'object'

/** One column of a listed row, read from the row's schema: filters, ordering, documentation and CSV all follow from it. */
export interface RowColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly description: string
}

function kindOf(schema: z.ZodType): ColumnKind {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return kindOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodISODateTime) return 'time'
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'integer' : 'number'
  if (schema instanceof z.ZodBoolean) return 'boolean'
  if (schema instanceof z.ZodArray) return 'list'
  return schema instanceof z.ZodRecord || schema instanceof z.ZodUnknown ? 'object' : 'text'
}

/**
 * The columns of a row, in its order.
 *
 * @example columnsOf(z.object({ batch_size: z.int().meta({ description: 'Samples.' }) })) // [{ name: 'batch_size', kind: 'integer', description: 'Samples.' }]
 */
export const columnsOf = (row: z.ZodObject): readonly RowColumn[] =>
  Object.entries(row.shape).map(([column, schema]) => ({ name: column, kind: kindOf(schema as z.ZodType), description: (schema as z.ZodType).meta()?.description ?? '' }))

/** How a filter compares a column with the value it is given. */
export type Comparison = '=' | '>=' | '<=' | '<' | 'has'

/** One filter of a list: the parameter, and what it asks of which column. */
export interface ColumnFilter {
  readonly parameter: string
  readonly column: string
  readonly compares: Comparison
  readonly kind: ColumnKind
}

const RANGED: ReadonlySet<ColumnKind> = new Set(['integer', 'number', 'time'])
const FILTERED_OUT: ReadonlySet<ColumnKind> = new Set(['object'])

/** Every filter of a row's columns: equality of all (a list: what it must hold), and ranges of numbers and times. */
export function filtersOf(columns: readonly RowColumn[]): readonly ColumnFilter[] {
  return columns
    .filter(({ kind }) => !FILTERED_OUT.has(kind))
    .flatMap(({ name: column, kind }) => [
      { parameter: column, column, kind, compares: kind === 'list' ? 'has' : '=' },
      ...(RANGED.has(kind) ? ([{ parameter: `min_${column}`, column, kind, compares: '>=' } as const, { parameter: `max_${column}`, column, kind, compares: '<=' } as const] as const) : []),
    ])
}

const WORDS: Readonly<Record<Comparison, string>> = { '=': 'Only where it is this', '>=': 'Only from this on', '<=': 'Only up to this', '<': 'Only before this', has: 'Only where it holds this' }

const numeric = (value: unknown) => (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(value) ? Number(value) : value)
const queryNumber = (description: string) =>
  z
    .preprocess(numeric, z.number({ error: 'must be a number' }))
    .optional()
    .meta({ description, jsonSchema: { type: 'number' } })

function parameterSchema({ kind, compares }: ColumnFilter, of: string): z.ZodType {
  const description = `${WORDS[compares]}: ${of.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase())}`
  if (kind === 'time') return z.iso.datetime().optional().meta({ description })
  if (kind === 'boolean') return queryBoolean(description)
  if (kind === 'integer' || kind === 'number') return queryNumber(description)
  return name(256).optional().meta({ description })
}

/** Parameters of a list with filters; `time` is the column that start_time and end_time are about. */
export function listParameters(columns: readonly RowColumn[], { time, defaultLimit = 100 }: { readonly time: string; readonly defaultLimit?: number }) {
  const descriptions = new Map(columns.map(({ name: column, description }) => [column, description]))
  const filters = Object.fromEntries(filtersOf(columns).map((filter) => [filter.parameter, parameterSchema(filter, descriptions.get(filter.column)!)]))
  const ordered = columns.filter(({ kind }) => kind !== 'object' && kind !== 'list').map(({ name: column }) => column)
  return {
    ...filters,
    start_time: z.iso
      .datetime()
      .optional()
      .meta({ description: `Only from this time on (${time}).` }),
    end_time: z.iso
      .datetime()
      .optional()
      .meta({ description: `Only before this time (${time}).` }),
    days: queryInteger(1, 36_500, `Only the last days (${time}).`).optional(),
    order_by: z
      .enum(ordered as [string, ...string[]])
      .optional()
      .meta({ description: 'Column to order by. Default: the order in which rows were written.' }),
    order: z.enum(['asc', 'desc']).default('desc').meta({ description: 'asc: smallest or oldest first; desc: largest or newest first.' }),
    limit: queryInteger(1, 1000, 'Page size.').default(defaultLimit),
    offset: queryInteger(0, 999_999_999_999, 'Rows to skip.').default(0),
    cursor: name(512).optional().meta({ description: 'next_cursor of an earlier page, in place of offset. It goes with the same filters and order.' }),
  }
}
