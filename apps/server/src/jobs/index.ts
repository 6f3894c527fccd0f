import { activateModel } from './activate-model.ts'
import { analyzePredictions } from './analyze-predictions.ts'
import { benchmarkRun } from './benchmark-run.ts'
import { exportDatabase, exportPredictiveTable } from './export-database.ts'
import { generateMatrix } from './generate-matrix.ts'
import { generateSampleData } from './generate-sample-data.ts'
import { generatorTask } from './generator-task.ts'
import { predictBatch } from './predict-batch.ts'
import { predictHardware } from './predict-hardware.ts'
import { predictPerformance } from './predict-performance.ts'
import { recordFeedback } from './record-feedback.ts'
import { recordMeasurement } from './record-measurement.ts'
import { sendMeasurement } from './send-measurement.ts'
import { storeModel } from './store-model.ts'
import { testRun } from './test-run.ts'
import { trainModel } from './train-model.ts'

/** Every kind of task, by the endpoint that starts it. A new one is a file and a line here. */
export const JOBS = {
  predictHardware,
  predictPerformance,
  recordMeasurement,
  analyzePredictions,
  recordFeedback,
  storeModel,
  generateMatrix,
  generateSampleData,
  activateModel,
  trainModel,
  predictBatch,
  startSpeedBenchmark: benchmarkRun,
  generateScript: generatorTask,
  startModelTest: testRun,
  testDatabaseExport: exportDatabase('test'),
  generatorDatabaseExport: exportDatabase('generator'),
  benchmarkDatabaseExport: exportDatabase('benchmark'),
  predictiveDatabaseExport: exportPredictiveTable,
} as const
export type JobKind = keyof typeof JOBS

/** Tasks that no endpoint starts: others leave them behind. */
export const INNER_JOBS = { sendMeasurement } as const
