import { z } from 'zod'
import { FIGURE_LIMITS } from '../hardware/figure-limits.ts'
import { knownMembers } from './known-parameters.ts'
import { configuration, count, hardware, metric, mode, modelFacts, optionalName, phaseAsked, precision, withDefault } from './predictive-performance-words.ts'
import { name } from './schemas.ts'

const deviceOf = optionalName('Id, name or alias of a device. Without one the usual device of the platform is assumed, and the answer says which.')
const devices = z.partialRecord(hardware, name(256)).nullish().meta({ description: 'Device by platform, where it is not the usual one.' })
/** 0 is taken, and teaches nothing; what no machine can do is refused. */
function figure(name: keyof typeof FIGURE_LIMITS, description: string) {
  const { least, most, unit } = FIGURE_LIMITS[name]
  const advice = 'no machine does that: check the unit and what measured it'
  return z
    .number()
    .min(0)
    .max(most, { error: `must be at most ${most.toLocaleString('en')} ${unit}; ${advice}` })
    .refine((value) => value <= 0 || value >= least, { error: `must be 0 or at least ${least} ${unit}; ${advice}` })
    .nullish()
    .meta({ description })
}
const limit = (description: string) => z.number().gt(0).nullish().meta({ description })

export const PredictHardwareRequest = z.object({
  ...configuration,
  ...modelFacts,
  phase: phaseAsked,
  available_hardware: z.array(hardware).min(1).max(64).nullish().meta({ description: 'Platforms to choose from. Default: all.' }),
  predict_performance: withDefault(z.boolean(), false, 'Also give the figures of the best one.'),
  devices,
  objective: withDefault(z.enum(['throughput', 'latency', 'memory', 'energy', 'cost']), 'throughput', 'What the best hardware is best at.'),
  constraints: knownMembers({
    max_latency_ms: limit('Longest batch, ms.'),
    max_memory_mb: limit('Most memory, MB.'),
    max_power_watts: limit('Highest power rating of the device, W. A device whose rating is not known is not recommended under it.'),
    max_cost_per_hour: limit('Budget: highest price per hour, in the currency of prices; in USD without any. What has no known price is not recommended.'),
  })
    .nullish()
    .meta({ description: 'Limits that a platform must keep to be recommended. Unknown names are refused.' }),
  prices: z
    .record(name(256), z.number().min(0))
    .nullish()
    .meta({ description: 'Price per hour by platform, device id or device name, in any one currency; 0 is free. Without any, the list prices in USD of well-known cloud devices are assumed.' }),
  user_id: optionalName('Who asks; kept with the recommendation.'),
})

export const PredictPerformanceRequest = z
  .object({
    ...configuration,
    ...modelFacts,
    phase: phaseAsked,
    hardware: z.union([hardware, z.array(hardware).min(1).max(64)]).meta({ description: 'One platform or several.' }),
    device: deviceOf,
    devices,
    explain: z.boolean().nullish().meta({ description: 'Whether each prediction says what each feature did to its throughput, in `attribution`; it takes some milliseconds. Default: false.' }),
  })
  .superRefine((asked, context) => {
    const message = deviceConflict(asked)
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['device'], message, input: asked.device })
  })

/** Why `device` is of no use: `devices` names another one for every platform asked for. Beside platforms that `devices` leaves out it is theirs. */
function deviceConflict({
  hardware: asked,
  device,
  devices: byPlatform,
}: {
  readonly hardware: string | readonly string[]
  readonly device?: string | null | undefined
  readonly devices?: Readonly<Record<string, string>> | null | undefined
}): string | undefined {
  const platforms = typeof asked === 'string' ? [asked] : asked
  if (device == null || byPlatform == null || platforms.some((platform) => [undefined, device].includes(byPlatform[platform]))) return undefined
  return `contradicts devices.${platforms[0]}, which is '${byPlatform[platforms[0]!]}': give one of them`
}

export const RecordMeasurementRequest = z
  .object({
    ...configuration,
    ...modelFacts,
    phase: phaseAsked,
    hardware_platform: hardware.meta({ description: 'Platform it was measured on.' }),
    device: deviceOf,
    throughput: figure('throughput', 'Samples per second.'),
    latency: figure('latency', 'Milliseconds of one batch.'),
    memory_usage: figure('memory_usage', 'Peak megabytes.'),
    prediction_id: optionalName(
      'The prediction to compare with: of the same configuration, else the task fails. A measurement that names no device is of its device. Default: the newest one of the same configuration.',
    ),
    source: withDefault(name(64), 'api', 'Where the figures come from. Rows of the source sample are never learned from.'),
    metadata: z.record(z.string(), z.unknown()).nullish().meta({ description: 'Anything you want to keep with it.' }),
  })
  .refine(({ throughput, latency, memory_usage }) => throughput != null || latency != null || memory_usage != null, { error: 'must hold at least one of throughput, latency, memory_usage' })

export const AnalyzePredictionsRequest = z.object({
  model_name: optionalName('Only this model.'),
  hardware_platform: hardware.nullish().meta({ description: 'Only this platform.' }),
  metric: metric.nullish().meta({ description: 'Only this figure.' }),
  days: z.int().min(1).max(36_500).nullish().meta({ description: 'Only the last days.' }),
})

export const RecordFeedbackRequest = z.object({
  recommendation_id: name(256).meta({ description: 'The recommendation.' }),
  accepted: z.boolean().meta({ description: 'Whether it was followed.' }),
  feedback: name(10_000).nullish().meta({ description: 'Why, in words.' }),
  user_id: optionalName('Who says so.'),
})

const score = (description: string) => z.number().max(1, { error: 'must be at most 1: it is R squared, 1 for a predictor without error' }).nullish().meta({ description })

export const StoreModelRequest = z.object({
  model_type: name(256).meta({ description: 'What kind of predictor it is.' }),
  target_metric: metric.meta({ description: 'The figure it predicts.' }),
  hardware_platform: hardware.meta({ description: 'The platform it is for.' }),
  features: z.array(name(256)).min(1).max(10_000).meta({ description: 'Names of its inputs: those that the file names, or of the columns of the one table of an ONNX file that names none.' }),
  serialized_model_path: name(4096).meta({
    description: 'Path inside the models folder of the server (--models-dir) of an ONNX file, or of serialised trees (JSON). Pickle and joblib are refused: they are programs.',
  }),
  model_family: optionalName('The family it is for; all when absent.'),
  training_score: score('R squared on its training data, at most 1.'),
  validation_score: score('R squared on validation data, at most 1.'),
  test_score: score('R squared on test data, at most 1.'),
})

const MOST_CELLS = 20_000

export const GenerateMatrixRequest = z
  .object({
    model_configs: z
      .array(z.object({ name: name(256).meta({ description: 'Model.' }), category: optionalName('Its family; inferred when absent.') }))
      .min(1)
      .max(1000)
      .meta({ description: 'Models.' }),
    hardware_platforms: z.array(hardware).min(1).max(64).meta({ description: 'Platforms.' }),
    batch_sizes: z.array(count).min(1).max(100).meta({ description: 'Batch sizes.' }),
    precision_options: withDefault(z.array(precision).min(1).max(16), ['fp32'], 'Precisions.'),
    sequence_length: configuration.sequence_length,
    mode: withDefault(mode, 'inference', 'inference or training.'),
  })
  .refine((m) => m.model_configs.length * m.hardware_platforms.length * m.batch_sizes.length * m.precision_options.length <= MOST_CELLS, {
    error: `must not ask for more than ${MOST_CELLS} cells (models x hardware x batch sizes x precisions): ask for parts`,
  })

export const GenerateSampleDataRequest = z.object({ num_models: withDefault(z.int().min(1).max(100), 5, 'Models to make rows for.') })

export const TrainRequest = z.object({
  seed: withDefault(z.int().min(0).max(4_294_967_295), 12_345, 'Seed of folds and sampling.'),
  activate: withDefault(z.boolean(), true, 'Let it serve when it is better than the one that serves.'),
})

const row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

export const PredictBatchRequest = z
  .object({
    csv: z
      .string()
      .max(64 * 2 ** 20)
      .nullish()
      .meta({ description: 'Table of configurations: row_id, hardware_platform, device, model_name, precision, batch_size ... one line each.' }),
    rows: z.array(row).max(100_000).nullish().meta({ description: 'The same as JSON objects, in place of csv.' }),
    measured_csv: z
      .string()
      .max(64 * 2 ** 20)
      .nullish()
      .meta({ description: 'Measured configurations with throughput_samples_per_s to calibrate on, for this task only.' }),
    measured_rows: z.array(row).max(100_000).nullish().meta({ description: 'The same as JSON objects, in place of measured_csv.' }),
    level: z.number().gt(0).lt(1).nullish().meta({ description: 'Level of the intervals. Default: 0.9.' }),
    format: withDefault(z.enum(['json', 'csv']), 'json', 'How the result is written.'),
  })
  .refine(({ csv, rows }) => (csv == null) !== (rows == null), { error: 'must hold either csv or rows' })
