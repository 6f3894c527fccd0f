import { recordTable } from './record-table.ts'
import type { SqlType } from './table.ts'

/** What every run of a component says of itself: one row per run, written at its end. Times are ISO, the duration in seconds; `results` is the whole answer and is not listed. */
const RUN = {
  model_name: 'text',
  hardware: 'json',
  status: 'text',
  progress: 'double',
  current_step: 'text',
  started_at: 'text',
  completed_at: 'text',
  duration: 'double',
  batch_id: 'text?',
  error: 'text?',
  config: 'json',
  results: 'json',
} as const

export const runTable = <Name extends string, Columns extends Record<string, SqlType>, Id extends keyof Columns & string>(name: Name, idColumn: Id, columns: Columns) =>
  recordTable<Name, typeof RUN & Columns, Id>(name, idColumn, { ...RUN, ...columns }, ['results'])
