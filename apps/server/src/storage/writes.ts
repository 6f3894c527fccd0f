import { microseconds } from './instant.ts'
import { type DeletableName, type RecordIds, recordRows } from './records.ts'
import { fold } from './run-query.ts'
import type { ComparisonWrite, IdempotencyRecord, RunWrite, TaskWrite } from './store.ts'
import { idempotencyKeys, modelBenchmarkMetrics, modelBenchmarkRuns, modelComparisons, RECORD_TABLES, type Table, tasks } from './tables/index.ts'

export type SqlValue = string | number | bigint | null

/** A row without its `seq`, which the one writer gives in the order of commits. */
export interface PendingRow {
  readonly table: Table
  readonly values: Readonly<Record<string, SqlValue>>
}

/** Rows of one table that are to go. */
export interface Deletion {
  readonly name: DeletableName
  readonly table: Table
  readonly idColumn: string
  readonly ids: readonly string[]
  /** They go with the rows that were asked for. */
  readonly isDependent: boolean
  /** How many there were; the writer fills it in. */
  count: number
}

/** Rows that say nothing any more when what they are of is gone, and the column that names it: the errors of predictions against a measurement. */
const DEPENDENTS: { readonly [N in DeletableName]?: { readonly name: DeletableName; readonly idColumn: string } } = { measurements: { name: 'errors', idColumn: 'measurement_id' } }

const deletion = (name: DeletableName, idColumn: string, ids: readonly string[], isDependent: boolean): Deletion => ({ name, table: RECORD_TABLES[name], idColumn, ids, isDependent, count: 0 })

/** The rows of these ids, and those that go with them. */
export const deletionsOf = (ids: RecordIds): readonly Deletion[] =>
  (Object.entries(ids) as [DeletableName, readonly string[]][])
    .filter(([, list]) => list.length > 0)
    .flatMap(([name, list]) => {
      const dependent = DEPENDENTS[name]
      return [deletion(name, RECORD_TABLES[name].idColumn, list, false), ...(dependent === undefined ? [] : [deletion(dependent.name, dependent.idColumn, list, true)])]
    })

type WithoutSeq<T extends Table> = { readonly [Column in Exclude<keyof T['columns'], 'seq'>]: T['columns'][Column] extends 'text' ? string : number | bigint }

const row = <T extends Table>(table: T, values: WithoutSeq<T>): PendingRow => ({ table, values })

function keyRow(record: IdempotencyRecord): PendingRow {
  const { endpoint, key, fingerprint, resourceId, createdAt } = record
  return row(idempotencyKeys, { endpoint, key, fingerprint, resource_id: resourceId, created_at: createdAt, created_us: microseconds(createdAt) })
}

const keyRows = (record: IdempotencyRecord | undefined): readonly PendingRow[] => (record === undefined ? [] : [keyRow(record)])

/** The rows of a run: itself, one history row per model, its idempotency key. */
export function runRows({ summary, document, records, idempotency }: RunWrite): readonly PendingRow[] {
  const { run_id, benchmark_name, dataset_id, task_type, created_at } = summary
  const run = row(modelBenchmarkRuns, {
    run_id,
    benchmark_name,
    folded_name: fold(benchmark_name),
    dataset_id,
    task_type,
    models: JSON.stringify(summary.models),
    created_at,
    created_us: microseconds(created_at),
    document,
  })
  const history = records.map((record, position) => row(modelBenchmarkMetrics, { position, run_id, model_id: summary.models[position]!, record }))
  return [run, ...history, ...keyRows(idempotency)]
}

export function comparisonRows({ document, idempotency }: ComparisonWrite, text: string): readonly PendingRow[] {
  const { benchmark_id, created_at } = document
  return [row(modelComparisons, { comparison_id: benchmark_id, created_at, document: text }), ...keyRows(idempotency)]
}

/** The rows of a change of a task: itself, the records it makes, its idempotency key. */
export function taskRows({ task, records = {}, idempotency }: TaskWrite): readonly PendingRow[] {
  const { taskId, kind, event, attempt, timestamp, message, document } = task
  const change = row(tasks, { task_id: taskId, kind, event, attempt, timestamp, created_us: microseconds(timestamp), message, document })
  return [change, ...recordRows(records), ...keyRows(idempotency)]
}
