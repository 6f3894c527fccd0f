import { z } from 'zod'

/** Formats that stored rows can be had in, with their media types. */
export const EXPORT_FORMATS = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const
export type ExportFormat = keyof typeof EXPORT_FORMATS

const NAMES = Object.keys(EXPORT_FORMATS) as ExportFormat[]

/** Parameters of an export beside those of the list, whose pages and order by columns it does not have. */
export const exportParameters = <Shape extends z.ZodRawShape>({ limit: _, offset: _1, cursor: _2, order_by: _3, ...filters }: Shape) => ({
  ...filters,
  format: z
    .enum(NAMES as [ExportFormat, ...ExportFormat[]])
    .default('json')
    .meta({ description: 'json: a list; ndjson: a row a line; csv: a table for spreadsheets, in which no cell is run as a formula; parquet: typed columns.' }),
})

/** What the answer of an export can be besides JSON. */
export const EXPORT_MEDIA_TYPES = NAMES.filter((format) => format !== 'json').map((format) => EXPORT_FORMATS[format].split(';')[0]!)
