import { z } from 'zod'
import { OWN_MODELS } from './own-models.ts'
import { hardware, modelName, precision, withDefault } from './predictive-performance-words.ts'
import { number, queryInteger, text, timestamp } from './schemas.ts'

/** Kinds of tests. */
export const TEST_TYPES = ['basic', 'comprehensive', 'fault_tolerance'] as const
export const TEST_STATUSES = ['initializing', 'running', 'completed', 'failed', 'cancelled'] as const

const USUAL_HARDWARE: readonly z.output<typeof hardware>[] = ['cpu']

const MODEL = `by a name that GET /models lists. ${OWN_MODELS}`

const how = {
  hardware: z
    .union([hardware, z.array(hardware).min(1).max(64)])
    .nullish()
    .transform((given) => [...new Set(given == null ? USUAL_HARDWARE : [given].flat())])
    .meta({ description: 'Platforms to test on: one, or a list. What this machine does not have is skipped, with the reason. Default: ["cpu"].' }),
  test_type: withDefault(
    z.enum(TEST_TYPES),
    'basic',
    'basic: does it run and compute something sound. comprehensive: does it compute the right thing at any size. fault_tolerance: what happens when something goes wrong.',
  ),
  precision: withDefault(precision, 'fp32', 'Number format.'),
  timeout: withDefault(z.number().min(1).max(86_400), 300, 'Longest time of the run, seconds, counted from when its turn on the device comes.'),
  save_results: withDefault(z.boolean(), true, 'Also writes the results as a JSON file into the results folder of the server.'),
}

export const RunTestRequest = z.object({ model_name: modelName.meta({ description: `Model to test, ${MODEL}` }), ...how })

export const RunTestsRequest = z.object({
  model_names: z
    .array(modelName)
    .min(1)
    .max(1000)
    .meta({ description: `Models to test, each ${MODEL}` }),
  ...how,
})

/** Which runs are listed. */
export const TEST_LIST_QUERY = z.object({
  limit: queryInteger(1, 1000, 'Most runs.').default(100),
  status: z.enum(TEST_STATUSES).optional().meta({ description: 'Only runs with this status.' }),
})

const runId = text('Id of the run.')
const status = z
  .enum(TEST_STATUSES)
  .meta({ description: 'initializing, running, completed, failed or cancelled. Completed says that every test has ended, passed or not; an error or a timeout is failed.' })
const what = {
  model_name: text('Model under test.'),
  hardware: z.array(z.string()).meta({ description: 'Platforms asked for.' }),
  test_type: z.enum(TEST_TYPES).meta({ description: 'Kind of test.' }),
}
const error = z.string().optional().meta({ description: 'Why the run failed, or that it was cancelled.' })

export const StartedTest = z.object({ run_id: runId, status, message: text('What is going to be tested.'), started_at: timestamp('When the run was taken, UTC.') })

export const StartedTests = z.object({
  batch_id: text('Id of the batch: GET /api/test/db/batch/{batch_id} shows how far it is.'),
  run_ids: z.array(z.string()).meta({ description: 'Runs, in the order of the models.' }),
  model_count: z.int().meta({ description: 'Models of the batch.' }),
  started_at: timestamp('When it was taken, UTC.'),
  status: z.literal('running').meta({ description: 'Read the status of each run.' }),
  message: text('What is going to be tested.'),
})

export const TestStatus = z.object({
  run_id: runId,
  status,
  progress: z.number().min(0).max(1).meta({ description: '0 to 1; never falls within one attempt, 1 when completed.' }),
  current_step: text('Which test runs, and where.'),
  ...what,
  started_at: timestamp('When the run was taken, UTC.'),
  elapsed_time: number('Seconds since then; of a run that has ended, until its end.'),
  estimated_remaining_time: z.number().nullable().meta({ description: 'Seconds left if it goes on as it went; null while nobody can tell, and at the end.' }),
  error,
})

const TestDetail = z.object({
  method: text('Which test, as GET /types lists it.'),
  title: text('What it tests, in words.'),
  hardware: text('Platform it ran on.'),
  status: z.enum(['passed', 'failed', 'skipped']).meta({ description: 'How it ended.' }),
  duration_ms: number('Milliseconds it took. Tests that look at the same runs share them: the first one takes their time.'),
  message: z.string().optional().meta({ description: 'What was seen in a test that passed.' }),
  error: z.string().optional().meta({ description: 'What is wrong, or why the test was skipped.' }),
})

const performance = z.object({
  latency_ms: number('Milliseconds of one batch: the median.'),
  throughput_items_per_sec: number('Samples per second.'),
  memory_mb: number('Most memory that the process of the model had, MB (2^20 bytes); absent where the system does not tell.').optional(),
})

export const TestOutcome = z.object({
  tests_passed: z.int().meta({ description: 'Tests that passed.' }),
  tests_failed: z.int().meta({ description: 'Tests that failed.' }),
  tests_skipped: z.int().meta({ description: 'Tests that do not apply, or whose platform is not here.' }),
  test_details: z.array(TestDetail).meta({ description: 'One entry per test and platform, in the order they ran. Of a run that did not end well, those that had ended.' }),
  performance_metrics: z
    .record(z.string(), performance)
    .meta({ description: 'By platform: one measurement of half a second of the same batch, for orientation. POST /api/benchmark/run measures in earnest.' }),
  warnings: z.array(z.string()).meta({ description: 'What could not be measured or saved, and why.' }),
})

export const TestResults = z.object({
  run_id: runId,
  status,
  ...what,
  started_at: timestamp('When the run was taken, UTC.'),
  completed_at: timestamp('When it ended, UTC.'),
  duration: number('Seconds from start to end.'),
  results: TestOutcome.meta({ description: 'How the tests ended.' }),
  error,
  result_file: z.string().optional().meta({ description: 'Name of the file in the results folder of the server.' }),
})

export const TestableModel = z.object({ name: text('Name to ask for.'), type: text('Architecture: bert, resnet, whisper ...'), modality: text('text, image, audio, video, tabular or multimodal.') })

export const TestHardware = z.object({
  name: text('Platform, as hardware takes it.'),
  available: z.boolean().meta({ description: 'Whether this machine has it.' }),
  type: text('cpu, gpu, npu or browser.'),
  description: text('The device, or what is missing.'),
})

export const TestTypeRow = z.object({
  id: z.enum(TEST_TYPES).meta({ description: 'As test_type takes it.' }),
  name: text('For people.'),
  description: text('What it tells.'),
  methods: z.array(z.string()).meta({ description: 'Its tests, in the order they run.' }),
})

export const CancelledTest = z.object({ run_id: runId, cancelled: z.boolean().meta({ description: 'True when the run was stopped; false when it had ended before.' }) })
