import { z } from 'zod'
import { number, text, timestamp } from './schemas.ts'

const orNull = (description: string) => z.number().nullable().meta({ description })
const texts = (description: string) => z.array(z.string()).meta({ description })
const object = (description: string) => z.record(z.string(), z.unknown()).meta({ description })

export const BENCHMARK_STATUSES = ['initializing', 'running', 'completed', 'failed'] as const

const runId = text('Id of the run.')
const status = z.enum(BENCHMARK_STATUSES).meta({ description: 'initializing, running, completed or failed. A cancelled run is failed, and its error says so.' })

export const StartedSpeedBenchmark = z.object({
  run_id: runId,
  status,
  message: text('What is going to be measured.'),
  started_at: timestamp('When the run was taken, UTC.'),
  warnings: texts('What of the request was not followed, and why.'),
  batch_id: text('Of a run of several models or platforms: its batch in the benchmark database, with the configurations that it measures itself.').optional(),
})

export const SpeedBenchmarkStatus = z.object({
  run_id: runId,
  status,
  progress: z.number().min(0).max(1).meta({ description: '0 to 1 over all configurations; never falls within one attempt, 1 when completed.' }),
  current_step: text('Which model is measured, at which batch size, and how far that is.'),
  start_time: timestamp('When the run was taken, UTC.'),
  elapsed_time: number('Seconds since then; of a run that has ended, until its end.'),
  estimated_remaining_time: orNull('Seconds left if it goes on as it went; null while nobody can tell, and at the end.'),
  completed_models: z.int().meta({ description: 'Models of which every configuration is done.' }),
  total_models: z.int().meta({ description: 'Models of the run.' }),
  error: z.string().optional().meta({ description: 'Why it failed.' }),
})

const figures = {
  throughput_items_per_second: orNull('Samples per second; null where nothing was measured.'),
  average_latency_ms: orNull('Milliseconds of one batch: the median; null where nothing was measured.'),
  memory_peak_mb: orNull('Most memory that the process of the model had, MB (2^20 bytes); null where nothing was measured.'),
}

const MeasuredBatch = z.object({
  batch_size: z.int().meta({ description: 'Samples of one batch.' }),
  status: z.enum(['completed', 'failed']).meta({ description: 'Whether it was measured.' }),
  ...figures,
  error: z.string().optional().meta({ description: 'Why it was not measured.' }),
  reused: z.boolean().meta({ description: 'True when the figures are of an earlier run on this machine (incremental).' }),
  measured_at: timestamp('When it was measured or refused, UTC.'),
  simulation_mode: z.boolean().meta({ description: 'True when the figures are not measured but simulated. This server never simulates.' }),
  statistics: object('Latency in ms (mean, standard deviation, quantiles, 95 % interval of the median), runs, load time, processor use.').optional(),
  flags: z
    .array(z.object({ code: text('What kind of disturbance.'), message: text('What was seen and what to do.') }))
    .optional()
    .meta({ description: 'What may be wrong with the measurement. Nothing is removed from the samples.' }),
  prediction: object('What was predicted before it was measured, with the relative error of each figure.').optional(),
  measurement_id: z.string().nullable().meta({ description: 'The measurement that predictions learn from; null where there is none.' }),
})

const MeasuredHardware = z.object({
  metrics: z.object(figures).meta({ description: 'Of the first batch size that was measured.' }),
  batches: z.array(MeasuredBatch).meta({ description: 'One entry per batch size.' }),
})

export const SpeedBenchmarkResults = z.object({
  run_id: runId,
  status,
  config: object('What was asked for, with the defaults filled in.'),
  results: z.record(z.string(), z.record(z.string(), MeasuredHardware)).meta({ description: 'By model, then by platform.' }),
  result: z
    .object({
      model_name: text('Model.'),
      hardware: text('Platform.'),
      batch_size: z.int().meta({ description: 'Samples of one batch.' }),
      metrics: z
        .object({
          throughput: number('Samples per second.'),
          latency: number('Milliseconds of one batch: the median.'),
          memory_usage: orNull('Peak MB (2^20 bytes); null of a browser that somebody opened, which does not tell.'),
        })
        .meta({ description: 'Its figures.' }),
    })
    .meta({ description: 'The first configuration that was asked for and measured.' }),
  method: object('How it was measured, and whether that conforms to MLPerf.'),
  machine: object('What it was measured on.'),
  warnings: texts('What was not measured, and why.'),
  start_time: timestamp('When the run was taken, UTC.'),
  completion_time: timestamp('When it ended, UTC.'),
})

export const BenchmarkableModel = z.object({
  name: text('Name to ask for.'),
  family: text('embedding, text_generation, vision ...'),
  type: text('Architecture: bert, resnet, whisper ...'),
  modality: text('text, image, audio, video, tabular or multimodal.'),
})

export const BenchmarkHardware = z.object({
  name: text('Platform, as hardware takes it.'),
  device: text('Name of the device.'),
  memory_gb: number('Its memory, GB (2^30 bytes).'),
  simulation_mode: z.boolean().meta({ description: 'Whether figures of it would be simulated. This server never simulates.' }),
})

export const SpeedBenchmarkReports = z.object({
  run_id: runId,
  status,
  reports: texts('Documents of the run: GET them below path.'),
  path: text('Where they are, below the prefix of this API.'),
})

export const StoredBenchmarkResult = z.object({
  model_name: text('Model.'),
  model_family: text('Family.'),
  hardware_type: text('Platform.'),
  device_name: text('Device.'),
  test_case: text('inference or training.'),
  batch_size: number('Batch size.'),
  precision: text('Number format.'),
  throughput_items_per_second: number('Samples per second.'),
  average_latency_ms: number('Milliseconds of one batch: the median.'),
  memory_peak_mb: orNull('Peak MB (2^20 bytes); null of a browser that somebody opened.'),
  simulation_mode: z.boolean().meta({ description: 'Whether the figures are simulated.' }),
  created_at: timestamp('When it was measured, UTC.'),
})
