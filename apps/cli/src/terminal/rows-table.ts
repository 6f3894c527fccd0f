import { type Cell, type Table, visible } from '@benchcast/core/report'
import { figure } from './figure.ts'

/** Headings of fields whose names are no words for people, with units. */
const HEADINGS: Readonly<Record<string, string>> = {
  model_name: 'Model',
  model_family: 'Family',
  hardware_platform: 'On',
  hardware_type: 'On',
  batch_size: 'Batch',
  sequence_length: 'Sequence',
  throughput: 'Items/s',
  throughput_items_per_second: 'Items/s',
  latency: 'ms',
  average_latency_ms: 'ms',
  memory_usage: 'MB',
  memory_peak_mb: 'MB',
  timestamp: 'When',
  created_at: 'When',
  started_at: 'Started',
  elapsed_time: 'Seconds',
  duration: 'Seconds',
  primary_recommendation: 'Best',
  confidence_score: 'Within 20 %',
  simulation_mode: 'Simulated',
  was_accepted: 'Accepted',
}

type Row = Readonly<Record<string, unknown>>

/**
 * Rows of the API as a table: numbers to the right with three digits, times to the minute, the first column naming its row.
 *
 * @example rowsTable('Models', ['name', 'family'], [{ name: 'bert-base-uncased', family: 'embedding' }])
 */
export function rowsTable(caption: string, columns: readonly string[], things: readonly object[]): Table {
  const rows = things as readonly Row[]
  const isNumeric = (column: string) => rows.some((row) => typeof row[column] === 'number')
  return {
    caption,
    columns: columns.map((column) => ({ label: headingOf(column), align: isNumeric(column) ? 'right' : 'left' })),
    rows: rows.map((row) => columns.map((column, i): Cell => (i === 0 ? { text: shown(row[column]), mark: 'head' } : shown(row[column])))),
  }
}

/** @example headingOf('validation_score') // 'Validation score' */
export const headingOf = (field: string): string => HEADINGS[field] ?? field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ')

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z$/

/** A value of the API for people. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return figure(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value === 'object') return visible(JSON.stringify(value))
  const text = String(value as string)
  return TIME.test(text) ? text.slice(0, 16).replace('T', ' ') : visible(text)
}
