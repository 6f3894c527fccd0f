import type { ComparisonDocument, HistoryRecord } from '@benchcast/core/api'
import type { IdempotencyRecord, RunWrite } from '../store.ts'

interface RunChoices {
  readonly runId?: string
  readonly name?: string
  readonly datasetId?: string
  readonly taskType?: string
  readonly models?: readonly string[]
  readonly createdAt?: string
  readonly document?: string
  readonly idempotency?: IdempotencyRecord
}

/** A run to write in tests, number `n`; everything else follows unless chosen. */
export function runWrite(n: number, choices: RunChoices = {}): RunWrite {
  const { runId = `benchmark-run-${n}`, name = `Run ${n}`, datasetId = 'credit', taskType = 'classification', models = ['forest', 'net'], createdAt = '2026-11-21T10:00:00Z', idempotency } = choices
  const summary = { run_id: runId, benchmark_name: name, dataset_id: datasetId, task_type: taskType, models: [...models], created_at: createdAt }
  const records = models.map((model) => {
    const record: HistoryRecord = {
      model_id: model,
      model_name: model.toUpperCase(),
      task_type: taskType,
      timestamp: createdAt,
      metadata: { n },
      run_id: runId,
      benchmark_name: name,
      dataset_id: datasetId,
      accuracy: n / 1000,
    }
    return JSON.stringify(record)
  })
  return { summary, records, document: choices.document ?? JSON.stringify({ ...summary, n }), idempotency }
}

/** A run of the usual size, for load: about 2.5 kB of document and two models. */
export function usualRun(n: number): RunWrite {
  return runWrite(n, { document: JSON.stringify({ run_id: `benchmark-run-${n}`, padding: 'x'.repeat(2450) }) })
}

export function comparison(n: number): ComparisonDocument {
  const created_at = '2026-11-21T10:00:00Z'
  return {
    benchmark_id: `comparison-${n}`,
    models: ['forest', 'net'],
    comparison_metrics: { accuracy: { forest: 0.9, net: 0.8 } },
    rankings: { accuracy: [{ model_id: 'forest', value: 0.9, rank: 1 }] },
    best_model: { accuracy: 'forest' },
    summary: { total_models: 2, metrics_compared: ['accuracy'], comparison_date: created_at },
    created_at,
    missing_models: [],
  }
}
