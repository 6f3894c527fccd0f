import type { RunDocument } from '../api/index.ts'
import { csvCell } from './escape.ts'
import { viewOf } from './view.ts'

/** Columns of the long form, one line per model and metric. */
export const CSV_COLUMNS = ['model_id', 'metric', 'value', 'lower', 'upper', 'level', 'method', 'rank', 'tie_group', 'direction', 'source'] as const

/** Every value in long form, full precision; lines end in CRLF (RFC 4180). */
export function reportCsv(document: RunDocument): string {
  const view = viewOf(document)
  const rows = view.metrics.flatMap((metric) =>
    metric.ranked.map(({ model_id, value, rank, tie_group }) => {
      const { lower = '', upper = '', level = '', method = '' } = metric.interval(model_id) ?? {}
      return [model_id, metric.id, value, lower, upper, level, method, rank, tie_group ?? '', metric.better ?? '', metric.source(model_id)]
    }),
  )
  return [CSV_COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}
