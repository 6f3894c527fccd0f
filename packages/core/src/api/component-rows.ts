import { z } from 'zod'
import { number, text, timestamp } from './schemas.ts'

const orNull = (description: string) => z.number().nullable().meta({ description })
const textOrNull = (description: string) => z.string().nullable().meta({ description })
const timeOrNull = (description: string) => z.iso.datetime().nullable().meta({ description })
const texts = (description: string) => z.array(z.string()).meta({ description })
const wholeNumber = (description: string) => z.int().meta({ description })

const times = {
  started_at: timestamp('When it was taken, UTC.'),
  completed_at: timeOrNull('When it ended, UTC; null until then.'),
  duration: orNull('Seconds from start to end; null until then.'),
}
const status = text('initializing, running, completed, failed or cancelled.')
const batch_id = textOrNull('The batch it belongs to.')

export const TestRow = z.object({
  run_id: text('Id of the run.'),
  model_name: text('Model under test.'),
  hardware: texts('Platforms.'),
  test_type: text('Kind of test.'),
  status,
  progress: number('0 to 1.'),
  ...times,
  tests_passed: wholeNumber('Tests that passed.'),
  tests_failed: wholeNumber('Tests that failed.'),
  tests_skipped: wholeNumber('Tests that were skipped.'),
  step_count: wholeNumber('Tests that ended.'),
  metric_count: wholeNumber('Figures that were measured.'),
  artifact_count: wholeNumber('Files that were written.'),
  batch_id,
})

export const GeneratorRow = z.object({
  task_id: text('Id of the task.'),
  model_name: text('Model.'),
  hardware: texts('Platforms.'),
  status: text('initializing, running, completed or error.'),
  ...times,
  architecture: textOrNull('Architecture of the model.'),
  template_type: textOrNull('Kind of script.'),
  output_file: textOrNull('Path of the script.'),
  step_count: wholeNumber('Steps that were taken.'),
  metric_count: wholeNumber('Figures that were measured.'),
  batch_id,
})

export const BenchmarkRow = z.object({
  run_id: text('Run it was measured in.'),
  model_name: text('Model.'),
  model_family: text('Family.'),
  hardware: text('Platform.'),
  batch_size: number('Samples of one batch.'),
  precision: text('Number format.'),
  status: text('completed, or failed where it could not be measured.'),
  ...times,
  throughput: orNull('Samples per second.'),
  latency: orNull('Milliseconds of one batch: the median.'),
  memory_usage: orNull('Peak MB (2^20 bytes).'),
  simulation_mode: z.boolean().meta({ description: 'Whether the figures are simulated.' }),
})

/** The listed rows of each component. */
export const COMPONENT_ROWS = { test: TestRow, generator: GeneratorRow, benchmark: BenchmarkRow } as const

/** What one run has beside its row. */
export const whole = (noun: string) => ({
  error: textOrNull(`Why the ${noun} failed.`),
  config: z.record(z.string(), z.unknown()).meta({ description: 'What was asked for.' }),
  results: z.unknown().meta({ description: `What came of it; null while the ${noun} has not ended.` }),
})

export const BenchmarkOne = z.object({
  run_id: text('Id of the run.'),
  models: texts('Models.'),
  hardware: texts('Platforms.'),
  status,
  progress: number('0 to 1.'),
  ...times,
  error: textOrNull('Why the run failed.'),
  config: z.record(z.string(), z.unknown()).meta({ description: 'What was asked for.' }),
  results: z.array(BenchmarkRow).meta({ description: 'One row per configuration that was measured or refused in this run.' }),
})

const counts = (noun: string) => ({
  [`total_${noun}s`]: wholeNumber(`All ${noun}s.`),
  [`completed_${noun}s`]: wholeNumber('Those that completed.'),
  [`failed_${noun}s`]: wholeNumber('Those that failed.'),
  [`cancelled_${noun}s`]: wholeNumber('Those that were cancelled.'),
  [`running_${noun}s`]: wholeNumber('Those that have not ended.'),
})

/** One line of a count: by model, by platform, by day. */
export const statsRow = (key: string, description: string, noun: string) =>
  z.object({
    [key]: text(description),
    ...counts(noun),
    avg_duration: orNull('Mean seconds of the completed ones; null without any.'),
    min_duration: orNull('Shortest of them, seconds.'),
    max_duration: orNull('Longest of them, seconds.'),
    [`latest_${noun}`]: timestamp(`When the last ${noun} was taken, UTC.`),
  })

export const batchRow = (noun: string) =>
  z.object({
    batch_id: text('Id of the batch.'),
    status: text('running while one has not ended, completed when all completed, else how a failed one is called.'),
    created_at: timestamp('When it was taken, UTC.'),
    [`${noun}_ids`]: texts(`Its ${noun}s, as they were started.`),
    ...counts(noun),
  })

export const performanceOf = (noun: string, row: z.ZodType) =>
  z.object({
    daily_stats: z.array(statsRow('date', 'UTC day.', noun)).meta({ description: 'By day, newest first.' }),
    model_stats: z.array(statsRow('model_name', 'Model.', noun)).meta({ description: 'By model, the last used first.' }),
    hardware_stats: z.array(statsRow('hardware', 'Platform.', noun)).meta({ description: 'By platform, the last used first.' }),
    [`latest_${noun}s`]: z.array(row).meta({ description: `The ten newest ${noun}s.` }),
    performance_metrics: z
      .array(
        z.object({
          model_name: text('Model.'),
          hardware: text('Platform.'),
          measurements: wholeNumber('Measurements that are averaged.'),
          latency_ms: number('Mean of their latencies, ms.'),
          throughput_items_per_sec: number('Mean of their throughputs, samples per second.'),
          memory_mb: number('Mean of their peak memories, MB (2^20 bytes).'),
        }),
      )
      .meta({ description: 'What was measured, by model and platform, over all sizes; empty where nothing is.' }),
    generated_at: timestamp('When this was counted, UTC.'),
  })

export const StartedExport = z.object({
  status: z.literal('started').meta({ description: 'Always started.' }),
  message: text('Which file is going to be written.'),
  timestamp: timestamp('UTC.'),
  task_id: text('The task that writes it.'),
})

export const Deleted = z.object({
  status: z.enum(['success', 'error']).meta({ description: 'error when it has not ended: cancel it first.' }),
  message: text('What was deleted, or why not.'),
  timestamp: timestamp('UTC.'),
})
