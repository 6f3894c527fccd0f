import type { PredictBatchRequest } from '@benchcast/core/api'
import { predictTable, readCsv, type TablePrediction, type TableRow, trainCorrection } from '@benchcast/core/predict'
import type { z } from 'zod'
import { measuredWorkloads } from '../predictions/measured-workloads.ts'
import { priorEstimator } from '../predictions/prior.ts'
import { thisMachine } from '../predictions/this-machine.ts'
import type { TrainingWork } from './train-model.ts'

type Progress = (fraction: number, message: string) => void
type Batch = z.output<typeof PredictBatchRequest>

const textRow = (row: Readonly<Record<string, unknown>>): TableRow => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]))
const rowsOf = (csv: string | null | undefined, rows: Batch['rows']): readonly TableRow[] => (csv == null ? (rows ?? []).map(textRow) : readCsv(csv))

async function predictRows(input: Batch, progress: Progress) {
  const rows = rowsOf(input.csv, input.rows)
  progress(0.2, `Predicting ${rows.length} rows`)
  const { predictions, warnings } = predictTable(await priorEstimator(), rows, rowsOf(input.measured_csv, input.measured_rows), input.level ?? undefined)
  const answer = input.format === 'csv' ? { csv: csvOf(predictions) } : { predictions: predictions.map(jsonOf) }
  return { count: predictions.length, ...answer, warnings }
}

const jsonOf = ({ rowId, predicted, lower, upper }: TablePrediction) => ({ row_id: rowId, predicted: predicted ?? null, lower: lower ?? null, upper: upper ?? null })

/** Ids are the caller's own: quoted where they hold a separator, and never read as a formula. */
const csvOf = (predictions: readonly TablePrediction[]): string =>
  ['row_id,predicted,lower,upper', ...predictions.map(({ rowId, predicted = '', lower = '', upper = '' }) => `${csvText(rowId)},${predicted},${lower},${upper}`), ''].join('\n')

function csvText(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

async function train({ measurements, champion, seed, madeAt }: TrainingWork, onProgress: Progress) {
  const [prior, machine] = await Promise.all([priorEstimator(), thisMachine()])
  return trainCorrection(measuredWorkloads(measurements, machine), { prior, ...(champion && { champion }), seed, madeAt, onProgress })
}

/** Work that is done in a thread, by name: plain data in, plain data out. */
export const THREAD_FUNCTIONS = { predictTable: predictRows, train } as const
