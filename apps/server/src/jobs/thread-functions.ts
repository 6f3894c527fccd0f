import { thisMachine } from '@benchcast/bench'
import type { PredictBatchRequest } from '@benchcast/core/api'
import { applyCorrection, checkColumns, predictionRow, predictionsCsv, predictTable, readCsv, repeatedIds, rowsOfJson, type TableRow, trainCorrection } from '@benchcast/core/predict'
import type { z } from 'zod'
import { writeModel } from '../generator/write-model.ts'
import { measuredWorkloads } from '../predictions/measured-workloads.ts'
import { priorEstimator } from '../predictions/prior.ts'
import type { BatchWork } from './predict-batch.ts'
import type { TrainingWork } from './train-model.ts'
import { withTreeHelpers } from './tree-helpers.ts'

type Progress = (fraction: number, message: string) => void
type Batch = z.output<typeof PredictBatchRequest>

/** The rows of the field that holds them: CSV text, or JSON objects. */
function rowsOf(input: Batch, [csvField, rowsField]: readonly ['csv', 'rows'] | readonly ['measured_csv', 'measured_rows'], notes: string[]): readonly TableRow[] {
  const csv = input[csvField]
  const rows = csv == null ? rowsOfJson(input[rowsField] ?? [], rowsField) : readCsv(csv, (sentence) => notes.push(sentence))
  // Whoever has measured nothing yet may say so.
  if (rows.length > 0 || csvField === 'csv') checkColumns(rows, csv == null ? rowsField : csvField)
  return rows
}

async function predictRows({ input, machine, measurements, correction }: BatchWork, progress: Progress) {
  const notes: string[] = []
  const rows = rowsOf(input, ['csv', 'rows'], notes)
  const measured = rowsOf(input, ['measured_csv', 'measured_rows'], notes)
  progress(0.2, `Predicting ${rows.length} rows`)
  const prior = await priorEstimator()
  const estimator = correction === undefined ? prior : applyCorrection(prior, correction)
  const known = measuredWorkloads(measurements, machine, estimator)
  const { predictions, warnings } = predictTable(estimator, rows, measured, { known, machine, ...(input.level != null && { level: input.level }) })
  const answer = input.format === 'csv' ? { csv: predictionsCsv(predictions) } : { predictions: predictions.map(predictionRow) }
  return { count: predictions.length, ...answer, warnings: [...notes, ...repeatedIds(rows), ...warnings] }
}

async function train({ measurements, champion, seed, madeAt }: TrainingWork, onProgress: Progress) {
  const [prior, machine] = await Promise.all([priorEstimator(), thisMachine()])
  return withTreeHelpers(() => trainCorrection(measuredWorkloads(measurements, machine), { prior, ...(champion && { champion }), seed, madeAt, onProgress }))
}

/** Work that is done in a thread, by name: plain data in, plain data out. */
export const THREAD_FUNCTIONS = { predictTable: predictRows, train, writeModel } as const
