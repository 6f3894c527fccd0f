// @ts-nocheck
// TEMPORARY, replaced by @benchcast/core/{json,evaluate,report} when they land.
import type { ComparisonDocument, HistoryRecord, RunBenchmarkRequest, RunDocument } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'

export const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (e) {
    throw new BenchcastError('malformed_json', `The body is not JSON: ${(e as Error).message}.`)
  }
}
export const evaluationCost = (body: RunBenchmarkRequest): number => body.ground_truth.length / 1000
export function evaluateRun(body: RunBenchmarkRequest, { runId, createdAt }: { runId: string; createdAt: string }): RunDocument {
  const truth = body.ground_truth
  for (const [id, p] of Object.entries(body.model_predictions))
    if (p.length !== truth.length) throw new BenchcastError('length_mismatch', `model_predictions for '${id}' has ${p.length} values, ground_truth has ${truth.length}.`)
  const models = Object.keys(body.model_predictions)
  const metrics = Object.fromEntries(models.map((m) => [m, { accuracy: (body.model_predictions[m] as unknown[]).filter((v, i) => v === truth[i]).length / truth.length }]))
  return {
    run_id: runId,
    benchmark_name: body.benchmark_name,
    dataset_id: body.dataset_id,
    task_type: body.task_type as 'classification',
    models,
    metrics,
    comparison_results: { rankings: {}, best_models: {}, metrics: {}, summary: { total_models: models.length, metrics_compared: [], best_overall: null } },
    model_info: Object.fromEntries(models.map((m) => [m, { model_id: m, model_name: m, metadata: {} }])),
    confidence_intervals: {},
    comparisons: [],
    details: {},
    undefined_metrics: {},
    metric_sources: {},
    metric_params: {},
    warnings: [],
    created_at: createdAt,
    metadata: { dataset_id: body.dataset_id, num_models: models.length, num_samples: truth.length },
  }
}
export const historyRecords = (d: RunDocument): HistoryRecord[] =>
  d.models.map(
    (m) =>
      ({
        model_id: m,
        model_name: m,
        task_type: d.task_type,
        timestamp: d.created_at,
        metadata: {},
        run_id: d.run_id,
        benchmark_name: d.benchmark_name,
        dataset_id: d.dataset_id,
        ...d.metrics[m],
      }) as HistoryRecord,
  )
export const compareLatest = (_request: unknown, _records: ReadonlyMap<string, HistoryRecord>, { id, createdAt }: { id: string; createdAt: string }): ComparisonDocument =>
  ({
    benchmark_id: id,
    models: [],
    comparison_metrics: {},
    rankings: {},
    best_model: {},
    summary: { total_models: 0, metrics_compared: [], comparison_date: createdAt },
    created_at: createdAt,
    missing_models: [],
  }) as never
export const reportJson = (d: RunDocument) => ({
  benchmark_id: d.run_id,
  benchmark_name: d.benchmark_name,
  dataset_id: d.dataset_id,
  task_type: d.task_type,
  created_at: d.created_at,
  models: {},
  comparison: d.comparison_results,
  recommendations: [],
  findings: [],
})
export const reportMarkdown = (d: RunDocument) => `# ${d.benchmark_name}`
export const reportHtml = (_: RunDocument) => '<!doctype html><title>x</title>'
export const reportCsv = (_: RunDocument) => 'a,b\r\n'
