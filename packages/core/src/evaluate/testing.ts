import { RunBenchmarkRequest, type RunDocument } from '../api/index.ts'
import { evaluateRun } from './run.ts'

/** The seed document's request. Only tests read this. */
export const SEED_REQUEST = {
  benchmark_name: 'Credit Risk Model Comparison',
  dataset_id: 'credit-risk-dataset-1',
  task_type: 'classification',
  model_predictions: { 'model-1': [0, 1, 0, 1, 0], 'model-2': [0, 1, 1, 1, 0] },
  ground_truth: [0, 1, 0, 1, 0],
  model_metadata: {
    'model-1': { name: 'Random Forest', latency_ms: 50.5, memory_usage_mb: 256 },
    'model-2': { name: 'Neural Network', latency_ms: 120.3, memory_usage_mb: 512 },
  },
}

/** Evaluates the seed's request with some fields replaced, the way the server does: schema first. */
export function evaluate(changes: Record<string, unknown> = {}): RunDocument {
  return evaluateRun(RunBenchmarkRequest.parse({ ...SEED_REQUEST, ...changes }), { runId: 'benchmark-run-test', createdAt: '2026-01-02T03:04:05.678Z' })
}

/** Without the seed's metadata, whose model ids would not fit. */
export const evaluateModels = (changes: Record<string, unknown>): RunDocument => evaluate({ model_metadata: undefined, ...changes })
