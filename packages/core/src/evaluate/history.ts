import type { CompareModelsRequest, ComparisonDocument, HistoryRecord, RunDocument } from '../api/index.ts'
import { BenchcastError } from '../errors.ts'
import { METRIC_BY_ID } from '../metrics/index.ts'
import { fieldError, shown } from './describe.ts'
import { rankOn } from './rankings.ts'
import { record } from './record.ts'

/** One flat history record per model of a run: its metrics beside the facts of the run. */
export function historyRecords(document: RunDocument): HistoryRecord[] {
  return document.models.map((model) => ({
    ...document.metrics[model],
    model_id: model,
    model_name: document.model_info[model]!.model_name,
    task_type: document.task_type,
    timestamp: document.created_at,
    metadata: document.model_info[model]!.metadata,
    run_id: document.run_id,
    benchmark_name: document.benchmark_name,
    dataset_id: document.dataset_id,
  }))
}

/**
 * Compares models by their latest history record, each metric by its own direction.
 * Errors: unknown_metric, no_metrics when none of the models has any of the metrics.
 */
export function compareLatest(request: CompareModelsRequest, latest: ReadonlyMap<string, HistoryRecord>, world: { readonly id: string; readonly createdAt: string }): ComparisonDocument {
  const models = [...new Set(request.model_ids)]
  const metrics = comparedMetrics(request, models, latest)
  if (Object.keys(metrics).length === 0) throw nothingToCompare(models, latest)
  const rankings = record(Object.entries(metrics).map(([id, values]) => [id, rankOn(id, values, [])]))
  return {
    benchmark_id: world.id,
    models: request.model_ids,
    comparison_metrics: metrics,
    rankings,
    best_model: record(Object.entries(rankings).map(([id, ranked]) => [id, ranked[0]!.model_id])),
    summary: { total_models: models.length, metrics_compared: Object.keys(metrics), comparison_date: world.createdAt },
    created_at: world.createdAt,
    missing_models: models.filter((model) => !latest.has(model)),
  }
}

function comparedMetrics({ metrics_to_compare }: CompareModelsRequest, models: readonly string[], latest: ReadonlyMap<string, HistoryRecord>): Record<string, Record<string, number>> {
  metrics_to_compare?.forEach((id, i) => {
    if (!METRIC_BY_ID.has(id)) throw fieldError('unknown_metric', ['metrics_to_compare', i], `Unknown metric ${shown(id)}. GET /api/v1/model-performance/performance-metrics lists all of them.`)
  })
  const ids = metrics_to_compare ? [...new Set(metrics_to_compare)] : [...METRIC_BY_ID.keys()]
  const valued = ids.map((id) => [id, record(models.flatMap((model) => recordedValue(latest.get(model), id, model)))] as const)
  return record(valued.filter(([, values]) => Object.keys(values).length > 0))
}

function recordedValue(history: HistoryRecord | undefined, metric: string, model: string): (readonly [string, number])[] {
  const value = history && Object.hasOwn(history, metric) ? history[metric] : undefined
  return typeof value === 'number' ? [[model, value]] : []
}

function nothingToCompare(models: readonly string[], latest: ReadonlyMap<string, HistoryRecord>): BenchcastError {
  const missing = models.filter((model) => !latest.has(model))
  const why = missing.length === models.length ? `None of the models ${models.slice(0, 5).map(shown).join(', ')} has a benchmark run yet.` : 'None of the models has a value for the metrics asked for.'
  return new BenchcastError('no_metrics', `${why} Run POST /api/v1/model-performance/run-benchmark first, or ask for other metrics.`)
}
