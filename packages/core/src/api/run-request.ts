import { z } from 'zod'
import { TASK_TYPES } from '../metrics/metric.ts'
import { id, label } from './label.ts'
import { byId, column, name } from './schemas.ts'

const labelItem = { anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }] }
const anyValue = { description: 'A label (number, string or boolean), a number, a text, or a list of item ids, by task type.' }

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
  metrics: z
    .array(z.string().min(1).max(256))
    .min(1)
    .max(1000)
    .nullish()
    .meta({ description: 'Compute only these metric ids (see GET /performance-metrics), and the curves and residuals that belong to them. Default: all that apply.' }),
  confidence: z
    .union([
      z.literal(false),
      z.object({
        level: z.number().gt(0.5).max(0.999999).nullish().meta({ description: 'Confidence level, default 0.95.' }),
        method: z.enum(['auto', 'analytic', 'bootstrap']).nullish().meta({ description: 'auto: exact or analytic where known, bootstrap (BCa) otherwise, and analytic only above a size.' }),
        resamples: z
          .int()
          .min(100)
          .max(100_000)
          .nullish()
          .meta({ description: 'Bootstrap resamples. Default: 9999, fewer (1999 at least) when there are many rows, models and metrics; metric_params says how many were drawn.' }),
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
