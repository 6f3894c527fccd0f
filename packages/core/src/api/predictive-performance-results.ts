import { z } from 'zod'
import { hardware, metric } from './predictive-performance-words.ts'
import { number, text, timestamp } from './schemas.ts'

const bounds = (description: string) => z.tuple([z.number(), z.number()]).meta({ description, jsonSchema: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 } })

const intervals = z
  .object({
    level: number('Share of cases whose truth lies inside: 0.9.'),
    throughput: bounds('Lower and upper bound, samples per second.'),
    latency: bounds('Lower and upper bound, ms.'),
    memory_usage: bounds('Lower and upper bound, MB.'),
    power: bounds('Lower and upper bound, W.').optional(),
  })
  .meta({ description: 'Central prediction intervals.' })

const nearest = z.object({
  model_name: text('Measured model.'),
  device: text('Measured device.'),
  device_count: number('How many of the device ran it together; absent where nobody said.').optional(),
  precision: text('Its precision; absent where nobody said.').optional(),
  batch_size: number('Its batch size, over all devices; absent where nobody said.').optional(),
  phase: text('What ran: forward, prefill, decode, train_step, or a way of serving such as decode-serving.'),
  input_size: number('Tokens of a sequence, or pixels of one side of an image; absent where nobody said.').optional(),
  throughput: number('What was measured per second, over all devices, in `unit`.'),
  unit: text('What its throughput counts: sample (as in the question, where its phase is that of the question) or token.'),
  distance: number('0 for the same configuration; grows with the difference of model, device and size.'),
  source: text('Where it was published, or api for your own.'),
})

const figures = {
  throughput: number('Samples per second.'),
  latency: number('Milliseconds of one batch, the median.'),
  memory_usage: number('Peak megabytes (2^20 bytes).'),
}

const attribution = z
  .object({
    base_throughput: number('Samples per second before the features: the limits of the device for the costs of the model, at the efficiency that training data have on average.'),
    effects: z
      .array(
        z.object({
          feature: text('Name of the feature. `own_measurements` is what your measurements do, `bounds` and `range` keep the sum believable.'),
          log_effect: number('What it adds to the natural logarithm of the throughput.'),
          percent: number('By how many percent it raises the throughput.'),
        }),
      )
      .meta({ description: 'The greatest effects first.' }),
    other_log_effects: number('Sum of the log effects of all other features.'),
  })
  .meta({ description: 'Why the throughput is what it is (Shapley values): throughput = base_throughput x exp(sum of all log effects). There when the request says `explain`.' })

/** What is said of every predicted configuration. */
const prediction = z.object({
  ...figures,
  power: number('Watts, where known.').optional(),
  source: text('How the number came about: the provenance.'),
  prediction_id: text('Id of the stored prediction; send it with the measurement to compare them.'),
  confidence: number('Probability that the true throughput is within 20 % of the predicted one.'),
  intervals,
  provenance: z
    .enum(['measured', 'calibrated', 'learned', 'analytic'])
    .meta({ description: 'measured: you measured exactly this; calibrated: your measurements moved it; learned: from public measurements; analytic: from costs and limits alone.' }),
  device: text('The device that is assumed or was asked for.'),
  device_assumed: z.boolean().meta({ description: 'True when the request named no device.' }),
  bound: z.enum(['compute', 'memory', 'overhead']).meta({ description: 'What limits the speed.' }),
  explanation: text('How the number came about, in sentences.'),
  attribution: attribution.optional(),
  nearest_measurements: z.array(nearest).meta({ description: 'Measurements like this configuration, nearest first.' }),
  warnings: z.array(z.string()).meta({ description: 'What may make the number wrong.' }),
})

export const PredictPerformanceResult = z.object({
  model_name: text('As asked.'),
  model_family: text('As given, or inferred.'),
  batch_size: number('As asked.'),
  sequence_length: number('As asked.'),
  mode: text('As asked.'),
  precision: text('As asked.'),
  phase: text('As asked, of a language model; absent where none was named.').optional(),
  model_source: text('How the model was found: exact, config, costs, family or default.').optional(),
  predictions: z.record(z.string(), prediction).meta({ description: 'By hardware platform.' }),
  prediction_id: text('Only when one platform was asked for.').optional(),
  unsupported: z.record(z.string(), z.string()).meta({ description: 'Platforms that cannot run it, each with the reason.' }),
})

const ranked = z.object({
  hardware: text('Platform.'),
  device: text('Device.'),
  score: number('The figure ranked by.'),
  score_interval: bounds('Its interval.'),
  score_unit: text('Its unit.'),
  probability_best: number('Probability that it is the best of those ranked.'),
  tied_with_best: z.boolean().meta({ description: 'The order against the best may be chance.' }),
  why_not: text('Why it is not the first; absent for the first.').optional(),
  feedback_shift: number('What earlier feedback did to the log of the score, -0.1 to 0.1.'),
  price_per_hour: number('What it costs an hour; only for the objective cost or under a budget.').optional(),
  price_source: text('Where price_per_hour comes from: yours, or the list price of a cloud, with its date; in USD.').optional(),
  ...figures,
  power: number('Watts, where known.').optional(),
  provenance: text('How the numbers came about.'),
})

export const PredictHardwareResult = z.object({
  primary_recommendation: hardware.meta({ description: 'The best of the available platforms.' }),
  alternative_recommendations: z.array(z.string()).meta({ description: 'The other usable platforms, best first.' }),
  fallback_options: z.array(z.string()).meta({ description: 'The same as alternative_recommendations.' }),
  compatible_hardware: z.array(z.string()).meta({ description: 'Primary and alternatives.' }),
  model_family: text('As given, or inferred.'),
  model_name: text('As asked.'),
  model_size: number('Parameters.'),
  model_size_category: z.enum(['small', 'medium', 'large']).meta({ description: 'Below 100 million, below a billion, above.' }),
  batch_size: number('As asked.'),
  sequence_length: number('As asked.'),
  precision: text('As asked.'),
  mode: text('As asked.'),
  phase: text('As asked, of a language model; absent where none was named.').optional(),
  explanation: text('Why, in sentences.'),
  prediction_source: text('Provenance of the best one.'),
  recommendation_id: text('Id of the stored recommendation; send feedback with it.'),
  performance: z
    .object({ ...figures, source: text('Provenance.'), prediction_id: text('Id of the stored prediction.'), intervals })
    .optional()
    .meta({ description: 'Of the primary recommendation; only when predict_performance was asked for.' }),
  objective: text('What was optimised.'),
  ranking: z.array(ranked).meta({ description: 'Every usable platform, best first.' }),
  excluded: z.array(z.object({ hardware: text('Platform.'), device: text('Device.'), reason: text('Why not.') })).meta({ description: 'Platforms that cannot be recommended.' }),
  best_batch_size: z
    .object({ batch_size: number('Batch size.'), throughput: number('Samples per second at it.'), latency: number('ms at it.'), reason: text('Why this one.') })
    .optional()
    .meta({ description: 'The batch size that serves the objective best on the primary recommendation.' }),
})

const comparison = z.object({
  prediction_id: text('The prediction.'),
  measurement_id: text('The measurement.'),
  model_name: text('Model.'),
  hardware_platform: text('Platform.'),
  metric: metric.meta({ description: 'The figure compared.' }),
  predicted_value: number('Predicted.'),
  actual_value: number('Measured.'),
  absolute_error: number('|predicted - actual|.'),
  relative_error: z.number().nullable().meta({ description: '|predicted - actual| / |actual|; null when the actual value is 0.' }),
})

export const RecordMeasurementResult = z.object({
  measurement_id: text('Id of the stored measurement.'),
  prediction_id: z.string().nullable().meta({ description: 'The prediction it was compared with; null when none matches.' }),
  measurement: z.record(z.string(), z.unknown()).meta({ description: 'The measurement as stored: a row of GET /measurements.' }),
  prediction: z.record(z.string(), z.unknown()).optional().meta({ description: 'The prediction: a row of GET /predictions. Absent when none matches.' }),
  errors: z.array(comparison).optional().meta({ description: 'One per figure that both have. Absent when no prediction matches.' }),
  accuracy: number('100 x (1 - relative error), mean over the figures, not below 0.').optional(),
  warnings: z.array(z.string()).optional().meta({ description: 'What is doubtful about the measurement, and what was made of it. Absent when nothing is.' }),
})

export const AnalyzePredictionsResult = z.record(z.string(), z.record(z.string(), z.unknown())).meta({
  description:
    'By metric: count, mean_absolute_error, mean_relative_error, std_absolute_error, min_absolute_error, max_absolute_error, mean_predicted, mean_actual, bias, r_squared. `count` and `total_count` are of comparisons, one for every figure that a measurement shares with its prediction; `measurements` beside them says how many measurements these are. `overall` holds totals, coverage of the intervals (its interval counts measurements), calibration curve, breakdowns, trend by day, drift verdict, improvement opportunities, and `left_out`: pairs not counted since no machine can have their figures, or nothing is learned from them. Empty when nothing matches.',
})

export const RecordFeedbackResult = z.object({
  success: z.boolean().meta({ description: 'False when there is no such recommendation.' }),
  recommendation_id: text('As sent.'),
  message: text('What was wrong; absent on success.').optional(),
})

export const StoreModelResult = z.object({
  model_id: text('Id of the stored predictor.'),
  format: text('onnx or trees.'),
  feature_importances: number('Importances found in the file and stored.'),
  can_serve: z.boolean().meta({ description: 'Whether POST /models/{model_id}/activate can let it serve.' }),
  message: text('What it can be used for, and why not for more.'),
})

export const GenerateMatrixResult = z.object({
  timestamp: timestamp('UTC.'),
  mode: text('As asked.'),
  models: z
    .record(
      z.string(),
      z.object({
        name: text('Model.'),
        category: text('Family.'),
        predictions: z
          .record(z.string(), z.unknown())
          .meta({ description: 'hardware -> batch size -> precision -> {throughput, latency_mean, memory_usage, interval, provenance}; a cell that cannot run is {unsupported: reason}.' }),
      }),
    )
    .meta({ description: 'By model name.' }),
  hardware_platforms: z.array(z.string()).meta({ description: 'As asked.' }),
  batch_sizes: z.array(z.number()).meta({ description: 'As asked.' }),
  precision_options: z.array(z.string()).meta({ description: 'As asked.' }),
  stored_predictions: number('Predictions stored.'),
})

export const GenerateSampleDataResult = z.object({
  num_models: number('Models that rows were made for.'),
  predictions: number('Rows of predictions, marked sample.'),
  measurements: number('Rows of measurements, marked sample.'),
  note: text('That none of it is real.'),
})

export const TrainResult = z.object({
  model_id: text('Id of the stored predictor.'),
  activated: z.boolean().meta({ description: 'Whether it serves now: only when it was better.' }),
  reason: text('Why, in a sentence.'),
  measurements: number('Own measurements it was trained on.'),
  scores: z.record(z.string(), z.number().nullable()).meta({ description: 'training, validation and test: R squared of log throughput, grouped cross-validation.' }),
  champion: z.record(z.string(), z.number().nullable()).meta({ description: 'The same of the predictor that served before.' }),
  features: z.array(z.string()).meta({ description: 'What it looks at.' }),
})

export const ActivateModelResult = z.object({
  model_id: text('The predictor that serves now; prior is the shipped one.'),
  previous_model_id: text('The one that served before it, which `previous` brings back; prior where none did.'),
  changed: z.boolean().meta({ description: 'Whether another one serves now than before.' }),
  message: text('What was done, in a sentence.'),
})

export const PredictBatchResult = z.object({
  count: number('Rows predicted.'),
  predictions: z
    .array(
      z.object({
        row_id: text('As sent.'),
        predicted: z.number().nullable().meta({ description: 'Items per second; null for a row that cannot be predicted, which a warning names.' }),
        lower: z.number().nullable().meta({ description: 'Lower bound.' }),
        upper: z.number().nullable().meta({ description: 'Upper bound.' }),
      }),
    )
    .optional()
    .meta({ description: 'With format json.' }),
  csv: text('With format csv: row_id,predicted,lower,upper.').optional(),
  warnings: z.array(z.string()).meta({ description: 'What may make numbers wrong.' }),
})
