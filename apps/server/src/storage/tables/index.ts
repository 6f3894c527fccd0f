import { apiKeys } from './api-keys.ts'
import { auditLog } from './audit-log.ts'
import { benchmarkRuns } from './benchmark-runs.ts'
import { featureImportance } from './feature-importance.ts'
import { generatorTasks } from './generator-tasks.ts'
import { idempotencyKeys } from './idempotency-keys.ts'
import { modelActivations } from './model-activations.ts'
import { modelBenchmarkMetrics } from './model-benchmark-metrics.ts'
import { modelBenchmarkRuns } from './model-benchmark-runs.ts'
import { modelComparisons } from './model-comparisons.ts'
import { performanceMeasurements } from './performance-measurements.ts'
import { performancePredictions } from './performance-predictions.ts'
import { performanceResults } from './performance-results.ts'
import { predictionErrors } from './prediction-errors.ts'
import { predictionModels } from './prediction-models.ts'
import { recommendationFeedback } from './recommendation-feedback.ts'
import { recommendationHistory } from './recommendation-history.ts'
import { runBatches } from './run-batches.ts'
import { schemaVersion } from './schema-version.ts'
import type { RowOf, Table } from './table.ts'
import { tasks } from './tasks.ts'
import { testRuns } from './test-runs.ts'

/** Tables of records, by the name the store knows them by. */
export const RECORD_TABLES = {
  predictions: performancePredictions,
  measurements: performanceMeasurements,
  recommendations: recommendationHistory,
  feedback: recommendationFeedback,
  models: predictionModels,
  activations: modelActivations,
  featureImportance,
  errors: predictionErrors,
  testRuns,
  generatorTasks,
  benchmarkRuns,
  results: performanceResults,
  batches: runBatches,
  apiKeys,
  audit: auditLog,
} as const

/** Every table. A new one is a file, a line here and a migration. */
export const TABLES = [modelBenchmarkRuns, modelBenchmarkMetrics, modelComparisons, idempotencyKeys, tasks, ...Object.values(RECORD_TABLES), schemaVersion] as const

/** The tables whose rows each stand for one write: together they hold every sequence number once. Records are written with the change of a task that made them, API keys with an entry of the audit log. */
export const WRITE_TABLES = [modelBenchmarkRuns, modelComparisons, tasks, auditLog] as const

type AnyTable = (typeof TABLES)[number]

/** The schema, for Kysely. */
export type Database = { [T in AnyTable as T['name']]: RowOf<T> }

export type { RecordTable } from './record-table.ts'
export { SQL_NAME, type SqlType } from './table.ts'
export type { Table }
export { idempotencyKeys, modelBenchmarkMetrics, modelBenchmarkRuns, modelComparisons, tasks }
