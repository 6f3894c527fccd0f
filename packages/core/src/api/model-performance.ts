import { z } from 'zod'
import { TASK_TYPES } from '../metrics/metric.ts'
import { endpoint } from './endpoint.ts'
import { ComparisonDocument, HistoryRecord, metricValues, modelMetadata, RunDocument, RunSummary } from './run-document.ts'
import { CompareModelsRequest, RunBenchmarkRequest } from './run-request.ts'
import { queryInteger, text, timestamp } from './schemas.ts'

const PREFIX = '/api/v1/model-performance'
/** One original front end and one original document use this prefix; the same handlers answer. */
export const MODEL_PERFORMANCE_ALIAS = { from: '/api/v1/model-performance-benchmarking', to: PREFIX } as const

const tag = 'Model performance'
const success = z.literal(true).meta({ description: 'Always true; failures are problem+json with another status.' })

const runId = z.object({ run_id: z.string().min(1).max(256).meta({ description: 'Id of a benchmark run.' }) })

const seedRequest = {
  benchmark_name: 'Credit Risk Model Comparison',
  dataset_id: 'credit-risk-dataset-1',
  task_type: 'classification',
  model_predictions: { 'model-1': [0, 1, 0, 1, 0], 'model-2': [0, 1, 1, 1, 0] },
  ground_truth: [0, 1, 0, 1, 0],
  model_metadata: { 'model-1': { name: 'Random Forest', latency_ms: 50.5, memory_usage_mb: 256 }, 'model-2': { name: 'Neural Network', latency_ms: 120.3, memory_usage_mb: 512 } },
}

export const runBenchmark = endpoint({
  method: 'POST',
  path: `${PREFIX}/run-benchmark`,
  tag,
  scope: 'write:benchmarks',
  summary: 'Evaluate several models on one data set and rank them',
  description:
    'Computes every metric that applies, with confidence intervals, paired comparisons, rankings with ties, fairness by group, and stores the run. The answer is sent after the run is durable.',
  body: RunBenchmarkRequest,
  largeBody: true,
  output: RunDocument.extend({ success }),
  errors: [
    'malformed_json',
    'duplicate_key',
    'invalid_data',
    'length_mismatch',
    'missing_value',
    'mixed_values',
    'not_finite',
    'unknown_task_type',
    'unknown_metric',
    'unknown_model',
    'validation_failed',
    'idempotency_in_flight',
    'idempotency_mismatch',
    'body_too_large',
    'unsupported_media_type',
    'overloaded',
    'storage_full',
  ],
  examples: { request: seedRequest },
})

export const compareModels = endpoint({
  method: 'POST',
  path: `${PREFIX}/compare-models`,
  tag,
  scope: 'write:benchmarks',
  summary: 'Compare models by their latest records',
  body: CompareModelsRequest,
  output: ComparisonDocument.extend({ success }),
  errors: [
    'malformed_json',
    'duplicate_key',
    'no_metrics',
    'unknown_metric',
    'validation_failed',
    'idempotency_in_flight',
    'idempotency_mismatch',
    'body_too_large',
    'unsupported_media_type',
    'storage_full',
  ],
  examples: { request: { model_ids: ['model-1', 'model-2', 'model-3'], metrics_to_compare: ['accuracy', 'f1_score', 'latency_ms'] } },
})

export const listBenchmarkRuns = endpoint({
  method: 'GET',
  path: `${PREFIX}/benchmark-runs`,
  tag,
  scope: 'read',
  summary: 'List benchmark runs, newest first',
  query: z.object({
    limit: queryInteger(1, 100, 'Page size.').default(10),
    offset: queryInteger(0, 999_999_999_999, 'Runs to skip.').default(0),
    cursor: z.string().max(256).optional().meta({ description: 'Go on where next_cursor of the previous page ended; then offset is ignored. Stable while new runs arrive.' }),
    task_type: z
      .enum(Object.keys(TASK_TYPES) as [keyof typeof TASK_TYPES])
      .optional()
      .meta({ description: 'Only runs of this task type.' }),
    model_id: z.string().min(1).max(256).optional().meta({ description: 'Only runs that hold this model.' }),
    dataset_id: z.string().min(1).max(256).optional().meta({ description: 'Only runs on this data set.' }),
    name: z.string().min(1).max(1000).optional().meta({ description: 'Only runs whose name contains this, ignoring case.' }),
    start_time: z.iso.datetime({ offset: true }).optional().meta({ description: 'Only runs created at or after this time.' }),
    end_time: z.iso.datetime({ offset: true }).optional().meta({ description: 'Only runs created before this time.' }),
    expand: z.enum(['details']).optional().meta({ description: 'details: whole run documents instead of summaries.' }),
  }),
  output: z.object({
    success,
    runs: z.array(z.union([RunSummary, RunDocument])).meta({ description: 'One page.' }),
    total: z.int().meta({ description: 'All runs that match, not only this page.' }),
    limit: z.int().meta({ description: 'As asked.' }),
    offset: z.int().meta({ description: 'As asked.' }),
    next_cursor: z.string().nullable().meta({ description: 'null on the last page.' }),
  }),
  errors: ['validation_failed'],
})

export const getBenchmarkRun = endpoint({
  method: 'GET',
  path: `${PREFIX}/benchmark-runs/{run_id}`,
  tag,
  scope: 'read',
  summary: 'Read one benchmark run, whole',
  params: runId,
  immutable: true,
  output: z.object({ success, run: RunDocument.meta({ description: 'The stored document.' }) }),
  errors: ['run_not_found'],
})

const reportDocument = z.object({
  benchmark_id: text('The run id.'),
  benchmark_name: text('Its name.'),
  dataset_id: text('Its data set.'),
  task_type: text('Its task type.'),
  created_at: timestamp('UTC.'),
  models: z.record(z.string(), z.object({ model_name: text('Its display name.'), metrics: metricValues, metadata: modelMetadata })).meta({ description: 'By model id.' }),
  comparison: RunDocument.shape.comparison_results,
  recommendations: z.array(z.string()).meta({ description: 'Sentences.' }),
  findings: z.array(z.object({ kind: text('best, tie, tradeoff, fairness or warning.'), message: text('A sentence.') })).meta({ description: 'The same, by kind, with warnings.' }),
})

export const REPORT_FORMATS = { json: 'application/json', markdown: 'text/markdown', html: 'text/html', csv: 'text/csv' } as const
export type ReportFormat = keyof typeof REPORT_FORMATS

export const getBenchmarkReport = endpoint({
  method: 'GET',
  path: `${PREFIX}/benchmark-runs/{run_id}/report`,
  tag,
  scope: 'read',
  summary: 'Report of one run: JSON, Markdown, HTML or CSV',
  immutable: true,
  description: 'Says in sentences what is best at what, what is statistically tied, which trade-offs and warnings there are. The format follows ?format= or the Accept header; JSON by default.',
  params: runId,
  query: z.object({
    format: z
      .enum(Object.keys(REPORT_FORMATS) as [ReportFormat])
      .optional()
      .meta({ description: 'Wins over Accept.' }),
  }),
  output: z.object({
    success,
    report: reportDocument.meta({ description: 'The report.' }),
  }),
  produces: ['text/markdown', 'text/html', 'text/csv'],
  errors: ['run_not_found', 'not_acceptable', 'validation_failed'],
})

export const getPerformanceHistory = endpoint({
  method: 'GET',
  path: `${PREFIX}/models/{model_id}/performance-history`,
  tag,
  scope: 'read',
  summary: 'History of one model, oldest first',
  description: 'The latest `limit` records, oldest of them first. A model without records gives an empty list. Model ids may hold slashes.',
  slashParam: 'model_id',
  params: z.object({ model_id: z.string().min(1).max(256).meta({ description: 'A model id; slashes raw or as %2F.' }) }),
  query: z.object({ limit: queryInteger(1, 100, 'The latest records to return; all when absent.').optional() }),
  output: z.object({
    success,
    model_id: text('As asked.'),
    history: z.array(HistoryRecord).meta({ description: 'Oldest first.' }),
    total_records: z.int().meta({ description: 'All records of the model.' }),
  }),
  errors: ['validation_failed'],
})

export const getTaskTypes = endpoint({
  method: 'GET',
  path: `${PREFIX}/task-types`,
  tag,
  scope: 'read',
  summary: 'Task types that can be benchmarked',
  output: z.object({ success, task_types: z.array(z.object({ type: text('Id.'), description: text('What it is.') })).meta({ description: 'All of them.' }), timestamp: timestamp('UTC.') }),
  errors: [],
})

export const getPerformanceMetrics = endpoint({
  method: 'GET',
  path: `${PREFIX}/performance-metrics`,
  tag,
  scope: 'read',
  summary: 'Metrics, with direction, range, unit, definition and reference',
  output: z.object({
    success,
    metrics: z
      .array(
        z.object({
          metric: text('Id.'),
          description: text('One sentence.'),
          category: text('Group.'),
          title: text('Name for people.'),
          direction: z.enum(['higher', 'lower']).meta({ description: 'Which values are better.' }),
          range: z
            .tuple([z.number().nullable(), z.number().nullable()])
            .meta({ description: 'Smallest and largest value; null is unbounded.', jsonSchema: { type: 'array', items: { type: ['number', 'null'] }, minItems: 2, maxItems: 2 } }),
          unit: text('"" for a pure number.'),
          params: z.array(z.string()).meta({ description: 'What the value depends on besides the data.' }),
          reference: text('Implementation or paper the values are checked against.'),
          version: z.int().meta({ description: 'Raised when the same data would give another value.' }),
          task_types: z.array(z.string()).meta({ description: 'Where it applies.' }),
        }),
      )
      .meta({ description: 'All of them.' }),
    timestamp: timestamp('UTC.'),
  }),
  errors: [],
})
