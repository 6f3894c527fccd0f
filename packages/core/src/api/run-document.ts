import { z } from 'zod'
import { TASK_TYPES } from '../metrics/metric.ts'
import { label } from './label.ts'
import { number, text, timestamp } from './schemas.ts'

export const metricValues = z.record(z.string(), z.number()).meta({ description: 'Metric id to finite value.' })
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
  test: text('mcnemar_exact, mcnemar_continuity, delong, wilcoxon, influence_z, bootstrap_z, approximate_randomisation or exact_randomisation.'),
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
export const modelMetadata = z.record(z.string(), z.unknown()).meta({ description: 'As sent in model_metadata.' })

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
