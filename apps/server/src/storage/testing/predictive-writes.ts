import type { RecordOf, StoredTask, TaskWrite } from '../index.ts'

const second = (n: number): string => `1970-01-01T00:00:${String(n % 10).padStart(2, '0')}Z`
const CONFIGURATION = { model_name: 'bert', model_family: 'embedding', sequence_length: 128, precision: 'fp32', mode: 'inference', hardware_platform: 'cuda' } as const

/** A prediction to write in tests, number `n`: batch size and second are its last digit. */
export const prediction = (n: number, changes: Partial<RecordOf<'predictions'>> = {}): RecordOf<'predictions'> => ({
  prediction_id: `pred-${n}`,
  timestamp: second(n),
  ...CONFIGURATION,
  batch_size: n % 10,
  throughput: 100.5,
  latency: 10.25,
  memory_usage: 512,
  confidence_score: 0.75,
  prediction_source: 'learned',
  phase: null,
  metadata: { level: 0.9 },
  ...changes,
})

export const measurement = (n: number, changes: Partial<RecordOf<'measurements'>> = {}): RecordOf<'measurements'> => ({
  measurement_id: `meas-${n}`,
  timestamp: second(n),
  ...CONFIGURATION,
  batch_size: n % 10,
  throughput: 123.45,
  latency: 7.89,
  memory_usage: 1024.5,
  measurement_source: 'api',
  prediction_id: null,
  phase: null,
  metadata: {},
  ...changes,
})

/** The error of a prediction against measurement `n`, in its throughput. */
export const predictionError = (n: number, changes: Partial<RecordOf<'errors'>> = {}): RecordOf<'errors'> => ({
  error_id: `err-${n}`,
  timestamp: second(n),
  prediction_id: `pred-${n}`,
  measurement_id: `meas-${n}`,
  model_name: CONFIGURATION.model_name,
  model_family: CONFIGURATION.model_family,
  hardware_platform: CONFIGURATION.hardware_platform,
  metric: 'throughput',
  predicted_value: 100,
  actual_value: 80,
  absolute_error: 20,
  relative_error: 0.25,
  metadata: {},
  ...changes,
})

export const recommendation = (n: number, changes: Partial<RecordOf<'recommendations'>> = {}): RecordOf<'recommendations'> => {
  const { hardware_platform: _, ...configuration } = CONFIGURATION
  return {
    recommendation_id: `rec-${n}`,
    timestamp: second(n),
    user_id: null,
    ...configuration,
    batch_size: n % 10,
    primary_recommendation: 'cuda',
    fallback_options: ['cpu'],
    compatible_hardware: ['cuda', 'cpu'],
    reason: 'It is the fastest.',
    metadata: {},
    ...changes,
  }
}

/** A run of the Test API to write in tests, number `n`. */
export const testRun = (n: number, changes: Partial<RecordOf<'testRuns'>> = {}): RecordOf<'testRuns'> => ({
  run_id: `run-${n}`,
  timestamp: second(n),
  model_name: 'bert',
  hardware: ['cpu'],
  status: 'completed',
  progress: 1,
  current_step: 'Completed',
  started_at: '2026-01-02T00:00:00Z',
  completed_at: '2026-01-02T00:00:03Z',
  duration: 3,
  batch_id: null,
  error: null,
  config: {},
  results: {},
  test_type: 'basic',
  tests_passed: 4,
  tests_failed: 0,
  tests_skipped: 0,
  step_count: 4,
  metric_count: 3,
  artifact_count: 0,
  metadata: {},
  ...changes,
})

/** A change of task `n`, completed unless said otherwise. */
export function taskWrite(n: number, { records, idempotency, ...changes }: Partial<StoredTask> & Omit<TaskWrite, 'task'> = {}): TaskWrite {
  return { task: { taskId: `task-${n}`, kind: 'test', event: 'completed', attempt: 1, timestamp: second(n), message: '', document: `{"n":${n}}`, ...changes }, records, idempotency }
}
