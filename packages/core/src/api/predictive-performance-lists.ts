import { z } from 'zod'
import { hardware, metric, phase, phaseKept } from './predictive-performance-words.ts'
import { name, number, queryBoolean, queryInteger, text, timestamp } from './schemas.ts'

const word = (description: string) => name(256).optional().meta({ description })
const days = queryInteger(1, 36_500, 'Only the last days.').optional()
const batchSize = queryInteger(1, 2 ** 31 - 1, 'Only this batch size.').optional()
const platform = hardware.optional().meta({ description: 'Only this platform.' })
const page = (limit: number) => ({ limit: queryInteger(1, 1000, 'Page size.').default(limit), offset: queryInteger(0, 999_999_999_999, 'Rows to skip.').default(0) })
const common = { ...page(10), model_name: word('Only this model.'), model_family: word('Only this family.'), hardware: platform }

/** The answer of a list: rows under a key of their own, newest first. */
export const listOf = <K extends string, R extends z.ZodType>(key: K, row: R) =>
  z.object({
    count: z.int().meta({ description: 'Rows of this page.' }),
    total: z.int().meta({ description: 'All rows that match.' }),
    limit: z.int().meta({ description: 'As asked.' }),
    offset: z.int().meta({ description: 'As asked.' }),
    ...({ [key]: z.array(row).meta({ description: 'One page, newest first.' }) } as { [Key in K]: z.ZodArray<R> }),
  })

const orNull = (description: string) => z.number().nullable().meta({ description })
const textOrNull = (description: string) => z.string().nullable().meta({ description })
const texts = (description: string) => z.array(z.string()).meta({ description })
const head = { id: text('Id of the row.'), timestamp: timestamp('When it was made, UTC.') }
const metadata = z.record(z.string(), z.unknown()).meta({ description: 'What has no field of its own.' })
const configuration = {
  model_name: text('Model.'),
  model_family: text('Family.'),
  batch_size: number('Batch size.'),
  sequence_length: number('Sequence length.'),
  precision: text('Precision.'),
  mode: text('inference or training.'),
}

export const RecommendationRow = z.object({
  ...head,
  user_id: textOrNull('Who asked.'),
  ...configuration,
  primary_recommendation: text('The best platform.'),
  fallback_options: texts('The others, best first.'),
  compatible_hardware: texts('All usable ones.'),
  reason: text('Why.'),
  recommendation_id: text('Id for feedback.'),
  was_accepted: z.boolean().nullable().meta({ description: 'By the newest feedback; null without one.' }),
  user_feedback: textOrNull('Words of the newest feedback.'),
  metadata,
})

export const PredictionRow = z.object({
  ...head,
  hardware_platform: text('Platform.'),
  ...configuration,
  throughput: number('Samples per second.'),
  latency: number('ms of one batch.'),
  memory_usage: number('MB.'),
  confidence_score: number('Probability that the true throughput is within 20 %.'),
  prediction_source: text('Provenance, or sample.'),
  prediction_id: text('Id of the prediction.'),
  phase: phaseKept,
  metadata,
})

export const MeasurementRow = z.object({
  ...head,
  hardware_platform: text('Platform.'),
  ...configuration,
  throughput: orNull('Samples per second.'),
  latency: orNull('ms of one batch.'),
  memory_usage: orNull('MB.'),
  measurement_source: text('Where it comes from.'),
  measurement_id: text('Id of the measurement.'),
  prediction_id: textOrNull('The prediction it was compared with.'),
  phase: phaseKept,
  metadata,
})

export const PredictionModelRow = z.object({
  ...head,
  model_type: text('Kind of predictor.'),
  target_metric: text('What it predicts.'),
  hardware_platform: text('Platform it is for.'),
  model_family: textOrNull('Family it is for.'),
  serialized_model: text('A placeholder: the bytes are not listed.'),
  features_list: texts('Names of its inputs.'),
  training_score: orNull('R squared on training data.'),
  validation_score: orNull('R squared on validation data.'),
  test_score: orNull('R squared on test data.'),
  model_id: text('Id of the predictor.'),
  metadata,
})

/** A stored predictor, and whether it is the one that predicts. */
export const ListedPredictorRow = PredictionModelRow.extend({ serving: z.boolean().meta({ description: 'Whether it serves now. None does while the shipped predictor serves.' }) })

export const FeatureImportanceRow = z.object({
  ...head,
  model_id: text('Predictor.'),
  feature_name: text('Input.'),
  importance_score: number('Importance.'),
  rank: number('1 is the most important.'),
  method: text('gain, permutation or shap.'),
  metadata,
})

export const RECOMMENDATION_QUERY = z.object({ ...common, accepted: queryBoolean('Only those whose newest feedback says so.'), days })
const ofPhase = phase.optional().meta({ description: 'Only rows that name this phase of a language model.' })
export const PREDICTION_QUERY = z.object({ ...common, batch_size: batchSize, phase: ofPhase })
export const MEASUREMENT_QUERY = z.object({ ...common, batch_size: batchSize, phase: ofPhase, days })
export const PREDICTION_MODEL_QUERY = z
  .object({ ...common, model_name: z.undefined().optional(), model_type: word('Only this kind.'), target_metric: metric.optional().meta({ description: 'Only this figure.' }) })
  .omit({ model_name: true })
export const FEATURE_IMPORTANCE_QUERY = z.object({ ...page(100), model_id: word('Only this predictor.'), feature_name: word('Only this input.'), method: word('Only this method.') })

const list = (value: unknown) => (typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value)

export const SUGGESTION_QUERY = z.object({
  limit: queryInteger(1, 100, 'Suggestions to make.').default(10),
  models: z
    .preprocess(list, z.array(name(256)).min(1).max(50))
    .optional()
    .meta({ description: 'Models, comma-separated. Default: those you predicted or measured last.', jsonSchema: { type: 'string' } }),
  hardware: z
    .preprocess(list, z.array(hardware).min(1).max(8))
    .optional()
    .meta({ description: 'Platforms that you can measure on, comma-separated. Default: cpu and cuda, or the usual platform of the device.', jsonSchema: { type: 'string' } }),
  device: word('Id, name or alias of the device to measure on, which must run the platforms. Without one the usual device of each platform is assumed, and the answer says which.'),
  sequence_length: queryInteger(1, 2 ** 20, 'Tokens of one sequence.').default(128),
  mode: z.enum(['inference', 'training']).default('inference').meta({ description: 'inference or training.' }),
})

export const SuggestionList = z.object({
  count: z.int().meta({ description: 'Suggestions.' }),
  suggestions: z
    .array(
      z.object({
        model_name: text('Model.'),
        hardware_platform: text('Platform.'),
        device: text('The device that is assumed or was asked for.'),
        device_assumed: z.boolean().meta({ description: 'No device was asked for.' }),
        batch_size: number('Batch size.'),
        sequence_length: number('Sequence length.'),
        precision: text('Precision.'),
        mode: text('inference or training.'),
        variance_reduction: number('Share of the uncertainty of all candidates that measuring this takes away, after those before it.'),
        current_width: number('Upper over lower end of its throughput interval, now.'),
        reason: text('Why, in a sentence.'),
      }),
    )
    .meta({ description: 'Most useful first.' }),
  explanation: text('What they do together, and which devices were assumed.'),
})

export const ModelStatisticsRow = z.object({
  model_name: text('Model.'),
  total_predictions: number('Predictions stored.'),
  total_measurements: number('Measurements stored.'),
  total_recommendations: number('Recommendations stored.'),
  mean_relative_error: orNull('Mean relative error of its predictions; null when none was measured.'),
  latest: timestamp('When it was last heard of, UTC.'),
})
