import { z } from 'zod'
import { BenchmarkRow, GeneratorRow, TestRow } from './component-rows.ts'
import { endpoint } from './endpoint.ts'
import { PredictiveFound } from './predictive-database.ts'
import { MeasurementRow, ModelStatisticsRow, PredictionRow } from './predictive-performance-lists.ts'
import { name, number, queryInteger, text, timestamp } from './schemas.ts'

const tag = 'Unified database'
const scope = 'db:read'

/** Components that the unified queries ask, as they call them. */
export const ASKED = ['test', 'generator', 'benchmark', 'predictive'] as const
export type Asked = (typeof ASKED)[number]

const Down = z.object({ error: text('Why the component cannot be asked.') })
const unavailable = z.partialRecord(z.enum(ASKED), z.string()).meta({ description: 'Components that could not be asked, with the reason: their lists are empty and their counts 0.' })
const wholeNumber = (description: string) => z.int().meta({ description })
const share = (description: string) => z.number().min(0).max(1).meta({ description })

const duration = number('Seconds from start to end, or until now where it has not ended.')
const Timed = {
  test: TestRow.extend({ duration }),
  generator: GeneratorRow.extend({ duration }),
  benchmark: BenchmarkRow.extend({ duration, throughput: number('Samples per second; 0 where status is failed.') }),
}

const stats = (row: z.ZodType, description: string) => z.union([z.array(row), Down]).meta({ description: `${description} { error } when the component is down.` })
const counted = z.record(z.string(), z.unknown())

export const getDatabaseOverview = endpoint({
  method: 'GET',
  path: '/api/db/overview',
  tag,
  scope,
  summary: 'What every component knows of every model, counted',
  output: z.object({
    test_stats: stats(counted, 'Test runs by model, as GET /api/db/test/models/stats.'),
    generator_stats: stats(counted, 'Generator tasks by model.'),
    benchmark_stats: stats(counted, 'Measured configurations by model.'),
    predictive_stats: stats(ModelStatisticsRow, 'Predictions, measurements and recommendations by model.'),
    timestamp: timestamp('UTC.'),
  }),
  errors: [],
})

const model_name = name(256).meta({ description: 'Model. It may hold slashes, raw or as %2F.' })
const recent = <R extends z.ZodType>(row: R, description: string) => z.array(row).max(10).meta({ description })

export const getModelData = endpoint({
  method: 'GET',
  path: '/api/db/model/{model_name}',
  slashParam: 'model_name',
  tag,
  scope,
  summary: 'What all components know of one model',
  description: 'A model that nobody has heard of has empty lists. Counts of predictions and measurements hold sample rows too, which are marked in the lists.',
  params: z.object({ model_name }),
  output: z.object({
    model_name: text('Model.'),
    overview: z
      .object({
        total_test_runs: wholeNumber('Test runs.'),
        total_generator_tasks: wholeNumber('Generator tasks.'),
        total_benchmark_runs: wholeNumber('Configurations that were measured or refused.'),
        test_success_rate: share('Completed test runs of all; 0 without any.'),
        generator_success_rate: share('Completed generator tasks of all; 0 without any.'),
        benchmark_success_rate: share('Configurations that could be measured of all; 0 without any.'),
        total_predictions: wholeNumber('Predictions.'),
        total_measurements: wholeNumber('Measurements.'),
      })
      .meta({ description: 'Counts.' }),
    recent_test_runs: recent(Timed.test, 'The newest test runs.'),
    recent_generator_tasks: recent(Timed.generator, 'The newest generator tasks.'),
    recent_benchmark_runs: recent(Timed.benchmark, 'The newest configurations that were measured; those that could not be are counted in the success rate.'),
    recent_predictions: recent(PredictionRow, 'The newest predictions.'),
    recent_measurements: recent(MeasurementRow, 'The newest measurements.'),
    unavailable,
    timestamp: timestamp('UTC.'),
  }),
  errors: ['validation_failed'],
})

const results = <R extends z.ZodType>(row: R, what: string) => z.array(row).meta({ description: `${what}, newest first.` })

export const searchDatabases = endpoint({
  method: 'POST',
  path: '/api/db/search',
  tag,
  scope,
  summary: 'Look for a text in every component',
  description: 'Looks in models, platforms, kinds, statuses and ids, ignoring case. Everything is said in the query of the address; a body is not read.',
  query: z.object({ query: name(256).meta({ description: 'Text to look for.' }), limit: queryInteger(1, 1000, 'Most rows of each component.').default(100) }),
  output: z.object({
    query: text('As asked.'),
    test_results: results(Timed.test, 'Test runs'),
    generator_results: results(Timed.generator, 'Generator tasks'),
    benchmark_results: results(Timed.benchmark, 'Configurations that were measured or refused'),
    predictive_results: results(PredictiveFound, 'Predictions, measurements and recommendations'),
    result_counts: z
      .object({
        test: wholeNumber('Rows of test_results.'),
        generator: wholeNumber('Rows of generator_results.'),
        benchmark: wholeNumber('Rows of benchmark_results.'),
        predictive: wholeNumber('Rows of predictive_results.'),
        total: wholeNumber('All of them.'),
      })
      .meta({ description: 'How many rows there are.' }),
    unavailable,
    timestamp: timestamp('UTC.'),
  }),
  errors: ['validation_failed'],
})

const Bounds = z.object({ lower: number('Lower end.'), upper: number('Upper end.') })
const orNull = (description: string) => z.number().nullable().meta({ description })

/** What is known of one figure over time. */
export const SeriesRow = z.object({
  figure: text('What is followed: throughput, latency, memory_usage, or a quality metric.'),
  configuration: z.record(z.string(), z.union([z.string(), z.number()])).meta({ description: 'What was the same in all its runs: platform and sizes, or the data set.' }),
  verdict: z.enum(['too_few', 'unchanged', 'suspected_regression', 'regression', 'suspected_improvement', 'improvement']).meta({
    description: 'Whether the newest value is out of the ordinary. Suspected: one run was; certain: two in a row were. too_few: fewer than five values before it.',
  }),
  latest: number('The newest value.'),
  baseline: orNull('Median of the values it is compared with.'),
  expected: Bounds.nullable().meta({ description: 'Where it should lie with 99 % if nothing changed.' }),
  change: orNull('(latest - baseline) / baseline.'),
  runs: wholeNumber('Values it is compared with.'),
  trend: z
    .object({
      direction: z.enum(['rising', 'falling', 'none']).meta({ description: 'none where p is above 0.01.' }),
      changePerRun: number('Relative for speeds, in its own unit for quality.'),
      p: number('Of no trend (Mann and Kendall).'),
    })
    .nullable()
    .meta({ description: 'Whether it drifts; null with too few values.' }),
})

export const analyzeModel = endpoint({
  method: 'GET',
  path: '/api/db/model/{model_name}/analysis',
  slashParam: 'model_name',
  tag,
  scope,
  summary: 'What tests, benchmarks, predictions and evaluations together say of one model',
  description:
    'Success rates, quality beside speed, how good predictions were, and for every figure that was measured more than once whether it became worse or better. Sample rows are left out. Looks at the newest 1,000 measurements, 1,000 prediction errors and 200 evaluations.',
  params: z.object({ model_name }),
  output: z.object({
    model_name: text('Model.'),
    success: z
      .array(z.object({ component: text('test, generator or benchmark.'), total: wholeNumber('Runs.'), completed: wholeNumber('Those that completed.'), rate: share('completed / total.') }))
      .meta({ description: 'Components that ran it.' }),
    quality: z
      .array(
        z.object({
          metric: text('Metric.'),
          value: number('Value in the newest evaluation.'),
          better: z.enum(['higher', 'lower']).meta({ description: 'Its direction.' }),
          run_id: text('The evaluation.'),
        }),
      )
      .meta({ description: 'How good it is.' }),
    speed: z
      .array(
        z.object({
          hardware_platform: text('Platform.'),
          throughput: number('Best median throughput of a configuration there, samples per second.'),
          latency: orNull('Median latency of that configuration, ms.'),
          batch_size: number('Of that configuration.'),
          precision: text('Of that configuration.'),
          measurements: wholeNumber('Measurements of that configuration.'),
        }),
      )
      .meta({ description: 'How fast it is, the fastest platform first.' }),
    prediction_errors: z
      .array(
        z.object({
          metric: text('throughput, latency or memory_usage.'),
          count: wholeNumber('Predictions that were measured.'),
          bias: number('Median of predicted / measured - 1: above 0 it promises too much.'),
          median_absolute_percentage_error: number('Median of |predicted - measured| / measured, 1 is 100 %.'),
          coverage: orNull('Share of intervals that held the measured value; null without intervals.'),
        }),
      )
      .meta({ description: 'How good predictions of it were.' }),
    series: z.array(SeriesRow).meta({ description: 'Every figure over time: what changed first.' }),
    findings: z.array(z.string()).meta({ description: 'The same in sentences.' }),
    unavailable: z.record(z.string(), z.string()).meta({ description: 'Components that could not be asked, with the reason.' }),
    timestamp: timestamp('UTC.'),
  }),
  errors: ['validation_failed'],
})
