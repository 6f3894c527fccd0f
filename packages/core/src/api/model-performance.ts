import { z } from 'zod'
import { TASK_TYPES } from '../metrics/metric.ts'
import { endpoint } from './endpoint.ts'
import { byId, column, name, number, queryInteger, text, timestamp } from './schemas.ts'

const PREFIX = '/api/v1/model-performance'
/** One original front end and one original document use this prefix; the same handlers answer. */
export const MODEL_PERFORMANCE_ALIAS = { from: '/api/v1/model-performance-benchmarking', to: PREFIX } as const

const tag = 'Model performance'
const labelItem = { anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }] }
const anyValue = { description: 'A label (number, string or boolean), a number, a text, or a list of item ids, by task type.' }
const label = z.union([z.number(), z.string(), z.boolean()])
const id = (what: string) => name(256).meta({ description: what })
const success = z.literal(true).meta({ description: 'Always true; failures are problem+json with another status.' })

/* ------------------------------------------------------------------ requests */

/** Body of POST /run-benchmark: the seed's fields, then the optional inputs. */
export const RunBenchmarkRequest = z.object({
  benchmark_name: name(1000).meta({ description: 'A name for people; need not be unique.' }),
  dataset_id: id('The data set the predictions were made on. Use the same id for the same rows: history and comparisons rely on it.'),
  task_type: z.string().meta({ description: `One of ${Object.keys(TASK_TYPES).join(', ')}. An unknown one is refused with 400.`, jsonSchema: { type: 'string', enum: Object.keys(TASK_TYPES) } }),
  model_predictions: byId(column('One prediction per sample, in the order of ground_truth.', anyValue), 'Predictions by model id. At least one model; every list as long as ground_truth.'),
  ground_truth: column('One true value per sample. For text: a string or an array of reference strings. For retrieval: an array of relevant ids.', anyValue),
  model_metadata: byId(
    z.record(z.string(), z.unknown()),
    'By model id: `name`, system metrics (latency_ms, throughput_rps, memory_usage_mb, cpu_usage_percent) and any metric the hub cannot compute. Other keys are kept.',
  ).nullish(),
  model_probabilities: byId(
    column('Per sample P(positive) or a score (binary), or one row of class probabilities.', { anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }] }),
    'Scores or class probabilities by model id; needed for roc_auc, log_loss, calibration and top-k.',
  ).nullish(),
  class_labels: z
    .array(label)
    .min(1)
    .max(10_000)
    .nullish()
    .meta({ description: 'The classes in the column order of model_probabilities. Default: the sorted labels of ground_truth and predictions.' }),
  positive_label: label.nullish().meta({ description: 'The positive class of a binary task. Default: 1, true, "1", "true", "yes" or "positive" if it is one of the two.' }),
  average: z
    .enum(['auto', 'binary', 'macro', 'micro', 'weighted'])
    .nullish()
    .meta({ description: 'How per-class precision, recall and F1 become one number. auto: binary for two classes with a known positive one, else weighted by support.' }),
  sample_weight: column('One weight >= 0 per sample.', { type: 'number', minimum: 0 }).nullish(),
  sensitive_features: byId(
    column('One group value per sample; null means missing.', { anyOf: [...labelItem.anyOf, { type: 'null' }] }),
    'Sensitive attributes by name, for fairness metrics by group and by intersection.',
  ).nullish(),
  token_log_probs: byId(
    column('Per sample the natural-log probability of each token.', { type: 'array', items: { type: 'number', maximum: 0 } }),
    'Token log-probabilities by model id, for perplexity and bits per byte.',
  ).nullish(),
  metrics: z.array(z.string().min(1).max(256)).min(1).max(1000).nullish().meta({ description: 'Compute only these metric ids (see GET /performance-metrics). Default: all that apply.' }),
  confidence: z
    .union([
      z.literal(false),
      z.object({
        level: z.number().gt(0.5).max(0.999999).nullish().meta({ description: 'Confidence level, default 0.95.' }),
        method: z.enum(['auto', 'analytic', 'bootstrap']).nullish().meta({ description: 'auto: exact or analytic where known, bootstrap (BCa) otherwise, and analytic only above a size.' }),
        resamples: z.int().min(100).max(100_000).nullish().meta({ description: 'Bootstrap resamples, default 9999.' }),
        seed: z.int().min(0).max(4_294_967_295).nullish().meta({ description: 'Seed of the resampling, default 12345: the same request gives the same intervals.' }),
      }),
    ])
    .nullish()
    .meta({ description: 'Confidence intervals; false turns them off.' }),
  compare: z
    .union([z.literal(false), z.object({ baseline: z.string().min(1).max(256).nullish().meta({ description: 'Compare every model with this one only. Default: all pairs.' }) })])
    .nullish()
    .meta({ description: 'Paired comparisons of the models; false turns them off. On by default up to 20 models.' }),
  missing_group: z.enum(['group', 'refuse']).nullish().meta({ description: 'A null in sensitive_features: its own group "(missing)" (default), or refuse the request.' }),
  compat: z.literal('sklearn').nullish().meta({ description: "Give the reference implementation's value where Benchcast calls a metric undefined." }),
})
export type RunBenchmarkRequest = z.output<typeof RunBenchmarkRequest>

/** The fields that hold columns, alone or by id: the JSON reader may make typed arrays of them. */
export const RUN_COLUMNS: ReadonlySet<string> = new Set([
  'model_predictions',
  'ground_truth',
  'model_probabilities',
  'sample_weight',
  'sensitive_features',
  'token_log_probs',
] satisfies (keyof RunBenchmarkRequest)[])

export const CompareModelsRequest = z.object({
  model_ids: z.array(id('A model id used in earlier runs.')).min(1).max(1000).meta({ description: 'Models to compare by their latest record each.' }),
  metrics_to_compare: z.array(z.string().min(1).max(256)).min(1).max(1000).nullish().meta({ description: 'Metric ids. Default: every metric any of the models has.' }),
})
export type CompareModelsRequest = z.output<typeof CompareModelsRequest>

/* ----------------------------------------------------------------- responses */

const metricValues = z.record(z.string(), z.number()).meta({ description: 'Metric id to finite value.' })
const Ranked = z.object({
  model_id: text('The model.'),
  value: number('Its value.'),
  rank: z.int().min(1).meta({ description: '1 is best; equal values share a rank (1, 1, 3).' }),
})
const RankedWithTies = Ranked.extend({
  tie_group: z.string().optional().meta({ description: 'Letters; models that share one are not significantly different at the chosen level. Absent when nothing was compared.' }),
})
const bestModels = z.record(z.string(), z.string()).meta({ description: 'Metric id to the id of the best model (the first one on a tie).' })
const Interval = z.object({
  lower: number('Lower bound.'),
  upper: number('Upper bound.'),
  level: number('Confidence level.'),
  method: text('How it was made: wilson, wilson_jaccard, delong, t, influence, bootstrap_bca, bootstrap_percentile, bootstrap_exact, order_statistic or fisher_z.'),
})
const Comparison = z.object({
  metric: text('Metric id.'),
  model_a: text('First model.'),
  model_b: text('Second model.'),
  difference: number('Value of a minus value of b.'),
  lower: z.number().nullable().meta({ description: 'Lower bound of the difference; null when it cannot be estimated.' }),
  upper: z.number().nullable().meta({ description: 'Upper bound of the difference.' }),
  level: number('Confidence level of the interval.'),
  test: text('mcnemar_exact, mcnemar_continuity, delong, wilcoxon, influence_z, approximate_randomisation or exact_randomisation.'),
  p_value: number('Two-sided p-value, unadjusted.'),
  p_adjusted: number('p-value adjusted for all pairs of this metric.'),
  adjustment: text('holm, or none when there is one pair.'),
  significant: z.boolean().meta({ description: 'p_adjusted <= 1 - level.' }),
  minimum_detectable_effect: z.number().nullable().meta({ description: 'Smallest difference this sample would detect with 80 % power; read it beside a non-significant result.' }),
})
const Undefined = z.object({ code: text('Machine code.'), message: text('Why there is no value, and what to send.') })
const Warning = z.object({
  code: text('Machine code.'),
  message: text('A sentence.'),
  model_id: text('The model it is about; absent when about the run.').optional(),
  metric: text('The metric it is about; absent when about more.').optional(),
})
const orNull = (description: string) =>
  z
    .number()
    .nullable()
    .meta({ description: `${description} null when undefined.` })
const numbers = (description: string) => z.array(z.number()).meta({ description })
const numbersOrNull = (description: string) => z.array(z.number().nullable()).meta({ description })
const Averages = z.object({
  precision: orNull('Share of the predicted that is right.'),
  recall: orNull('Share of the true that is found.'),
  f1_score: orNull('Harmonic mean of precision and recall.'),
})

const curves = z.object({
  roc: z
    .object({
      fpr: numbers('False positive rate of each point.'),
      tpr: numbers('True positive rate of each point.'),
      thresholds: numbersOrNull('Score at and above which a sample counts as positive; null for the point (0, 0).'),
    })
    .optional()
    .meta({ description: 'ROC curve.' }),
  precision_recall: z
    .object({ precision: numbers('Precision of each point.'), recall: numbers('Recall of each point.'), thresholds: numbers('Score at and above which a sample counts as positive.') })
    .optional()
    .meta({ description: 'Precision-recall curve.' }),
  calibration: z
    .object({
      bin_lower: numbers('Lower edge of each bin.'),
      bin_upper: numbers('Upper edge of each bin.'),
      confidence: numbersOrNull('Mean predicted probability in the bin; null when it is empty.'),
      accuracy: numbersOrNull('Observed frequency in the bin; null when it is empty.'),
      count: numbers('Samples in the bin.'),
    })
    .optional()
    .meta({ description: 'Reliability diagram.' }),
})

const Residuals = z.object({
  quantiles: z.record(z.string(), z.number()).meta({ description: 'Quantile (as text, "0.5") to residual.' }),
  histogram: z.object({ edges: numbers('Bin edges, one more than bins.'), counts: numbers('Samples in each bin.') }).meta({ description: 'Histogram of the residuals.' }),
  worst: z
    .array(
      z.object({
        row: z.int().meta({ description: 'Position of the sample, from 0.' }),
        truth: number('True value.'),
        predicted: number('Predicted value.'),
        residual: number('Truth minus prediction.'),
      }),
    )
    .meta({ description: 'Samples with the largest absolute residuals.' }),
})

const GroupRates = z.object({
  n: z.int().meta({ description: 'Samples in the group.' }),
  n_positive: z.int().nullable().meta({ description: 'Samples whose truth is the positive class; null outside binary classification.' }),
  selection_rate: orNull('Share predicted positive.'),
  tpr: orNull('True positive rate.'),
  fpr: orNull('False positive rate.'),
  accuracy: orNull('Share predicted rightly.'),
  precision: orNull('Share of the predicted positives that is right.'),
  estimable: z.boolean().meta({ description: 'False when the group has no sample of some class, so that a rate is missing.' }),
  confidence_intervals: z.record(z.string(), Interval).meta({ description: 'Interval by name of the rate.' }),
  mean_prediction: number('Mean of the predictions; regression only.').optional(),
  mean_absolute_error: number('Mean absolute error; regression only.').optional(),
})

const ModelDetails = z
  .object({
    confusion_matrix: z
      .object({
        labels: z.array(label).meta({ description: 'Classes, in the order of rows and columns.' }),
        counts: z.array(z.array(z.number())).meta({ description: 'Rows true, columns predicted.' }),
      })
      .optional()
      .meta({ description: 'How often each class was taken for each.' }),
    per_class: z
      .record(z.string(), Averages.extend({ support: number('Samples whose truth is this class.') }))
      .optional()
      .meta({ description: 'Class to its rates.' }),
    averages: z
      .object({
        macro: Averages.meta({ description: 'Plain mean over classes.' }),
        micro: Averages.meta({ description: 'Over all samples at once.' }),
        weighted: Averages.meta({ description: 'Mean over classes weighted by support.' }),
      })
      .optional()
      .meta({ description: 'The per-class rates as one number, in three ways.' }),
    curves: curves.optional().meta({ description: 'At most 1,000 points each.' }),
    residuals: Residuals.optional().meta({ description: 'Truth minus prediction; regression only.' }),
    by_group: z.record(z.string(), z.record(z.string(), GroupRates)).optional().meta({ description: 'Feature name (or "a & b") to group to rates.' }),
    fairness: z.record(z.string(), metricValues).optional().meta({ description: 'Fairness metrics of each sensitive feature and intersection alone.' }),
  })
  .meta({ description: 'Detail of one model; which parts are present depends on the task and the inputs.' })

const metricIds = z.array(z.string()).meta({ description: 'Metric ids that were ranked.' })
const modelMetadata = z.record(z.string(), z.unknown()).meta({ description: 'As sent in model_metadata.' })

/** The stored document of a run: what run-benchmark answers, what reading it back gives, what reports are made of. */
export const RunDocument = z.object({
  run_id: text('benchmark-run-<uuid>.'),
  benchmark_name: text('As sent.'),
  dataset_id: text('As sent.'),
  task_type: z.enum(Object.keys(TASK_TYPES) as [keyof typeof TASK_TYPES]).meta({ description: 'As sent.' }),
  models: z.array(z.string()).meta({ description: 'Model ids in the order sent.' }),
  metrics: z.record(z.string(), metricValues).meta({ description: 'Model id to metric values. Undefined metrics are absent and named in undefined_metrics.' }),
  comparison_results: z
    .object({
      rankings: z.record(z.string(), z.array(RankedWithTies)).meta({ description: 'Metric id to the models, best first.' }),
      best_models: bestModels,
      metrics: z.record(z.string(), metricValues).meta({ description: 'Metric id to model id to value.' }),
      summary: z
        .object({
          total_models: z.int().meta({ description: 'How many models.' }),
          metrics_compared: metricIds,
          best_overall: z.string().nullable().meta({ description: 'Best by the weighted ranks of the main quality metrics; null when there is none.' }),
        })
        .meta({ description: 'In short.' }),
      pareto: z
        .object({
          axes: z.array(z.string()).meta({ description: 'Metric ids of the axes.' }),
          front: z.array(z.string()).meta({ description: 'Models on the front.' }),
          dominated: z.record(z.string(), z.string()).meta({ description: 'Every other model to one that beats it on every axis.' }),
        })
        .optional()
        .meta({ description: 'Quality against latency, memory and throughput where known: models no other model beats on every axis.' }),
      friedman: z
        .object({
          statistic: number('Friedman chi-square.'),
          p_value: number('Its p-value.'),
          critical_difference: z.number().nullable().meta({ description: 'Nemenyi: average ranks that differ by more are significantly different.' }),
          average_ranks: z.record(z.string(), z.number()).meta({ description: 'Model id to average rank, 1 is best.' }),
        })
        .optional()
        .meta({ description: 'Friedman test over per-sample scores with three or more models, Nemenyi critical difference.' }),
    })
    .meta({ description: 'Who is best at what.' }),
  model_info: z
    .record(z.string(), z.object({ model_id: text('The id.'), model_name: text('metadata.name, else the id.'), metadata: modelMetadata }))
    .meta({ description: 'Display name and metadata by model id.' }),
  confidence_intervals: z.record(z.string(), z.record(z.string(), Interval)).meta({ description: 'Model id to metric id to interval.' }),
  comparisons: z.array(Comparison).meta({ description: 'Paired tests, corrected for multiple comparisons.' }),
  details: z.record(z.string(), ModelDetails).meta({ description: 'Per-class, curve, residual and by-group detail by model id.' }),
  undefined_metrics: z.record(z.string(), z.record(z.string(), Undefined)).meta({ description: 'Model id to metric id to the reason there is no value.' }),
  metric_sources: z.record(z.string(), z.record(z.string(), z.enum(['computed', 'reported']))).meta({ description: 'Model id to metric id: computed here, or reported in model_metadata.' }),
  metric_params: z.record(z.string(), z.unknown()).meta({ description: 'What was used: average, positive_label, class_labels, bins, eps, level, method, resamples, seed.' }),
  warnings: z.array(Warning).meta({ description: 'What a careful reader should know.' }),
  created_at: timestamp('UTC.'),
  metadata: z
    .object({ dataset_id: text('As sent.'), num_models: z.int().meta({ description: 'How many models.' }), num_samples: z.int().meta({ description: 'How many samples.' }) })
    .meta({ description: 'Facts of the run.' }),
})
export type RunDocument = z.output<typeof RunDocument>
export type Interval = z.output<typeof Interval>
export type Comparison = z.output<typeof Comparison>
export type ModelDetails = z.output<typeof ModelDetails>
export type RunWarning = z.output<typeof Warning>
export type RankedModel = z.output<typeof RankedWithTies>

/** One line of a model's history: flat, the metrics beside the facts, as the original's clients read it. */
export const HistoryRecord = z.looseObject({
  model_id: text('The model.'),
  model_name: text('Its display name.'),
  task_type: text('Task type of the run.'),
  timestamp: timestamp('When the run was made.'),
  metadata: modelMetadata,
  run_id: text('The run.'),
  benchmark_name: text('Its name.'),
  dataset_id: text('Its data set.'),
})
export type HistoryRecord = z.output<typeof HistoryRecord>

export const RunSummary = z.object({
  run_id: text('The run.'),
  benchmark_name: text('Its name.'),
  dataset_id: text('Its data set.'),
  task_type: text('Its task type.'),
  models: z.array(z.string()).meta({ description: 'Its model ids.' }),
  created_at: timestamp('UTC.'),
})
export type RunSummary = z.output<typeof RunSummary>

export const ComparisonDocument = z.object({
  benchmark_id: text('comparison-<uuid>.'),
  models: z.array(z.string()).meta({ description: 'As requested.' }),
  comparison_metrics: z.record(z.string(), metricValues).meta({ description: 'Metric id to model id to value.' }),
  rankings: z.record(z.string(), z.array(Ranked)).meta({ description: 'Metric id to the models, best first by the metric’s own direction.' }),
  best_model: bestModels,
  summary: z
    .object({ total_models: z.int().meta({ description: 'How many models had records.' }), metrics_compared: metricIds, comparison_date: timestamp('UTC.') })
    .meta({ description: 'In short.' }),
  created_at: timestamp('UTC.'),
  missing_models: z.array(z.string()).meta({ description: 'Requested models without any record.' }),
})
export type ComparisonDocument = z.output<typeof ComparisonDocument>

/* ----------------------------------------------------------------- endpoints */

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
    offset: queryInteger(0, Number.MAX_SAFE_INTEGER, 'Runs to skip.').default(0),
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
