import { idempotencyKeys } from './idempotency-keys.ts'
import { modelBenchmarkMetrics } from './model-benchmark-metrics.ts'
import { modelBenchmarkRuns } from './model-benchmark-runs.ts'
import { modelComparisons } from './model-comparisons.ts'
import { schemaVersion } from './schema-version.ts'
import type { RowOf, Table } from './table.ts'

/** Every table. A new one is a file, a line here and a migration. */
export const TABLES = [modelBenchmarkRuns, modelBenchmarkMetrics, modelComparisons, idempotencyKeys, schemaVersion] as const

/** The tables whose rows each stand for one write: together they hold every sequence number once. */
export const WRITE_TABLES = [modelBenchmarkRuns, modelComparisons] as const

type AnyTable = (typeof TABLES)[number]

/** The schema, for Kysely. */
export type Database = { [T in AnyTable as T['name']]: RowOf<T> }

export type { Table }
export { idempotencyKeys, modelBenchmarkMetrics, modelBenchmarkRuns, modelComparisons }
