import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import type { RunState } from '../runs/component.ts'
import { GENERATOR_STATUS, GENERATOR_TASKS } from '../runs/generator.ts'
import { TEST_RUNS } from '../runs/test.ts'
import type { RecordOf } from '../storage/store.ts'
import type { ComponentDatabase, Figures, Row } from './database.ts'

/** What is known of every run before it ends. */
const begun = ({ input, startedAt, progress }: RunState) => {
  const { model_name, hardware, test_type, batch_id = null } = input as Readonly<Record<string, unknown>>
  return { model_name, hardware, test_type, progress, started_at: startedAt, completed_at: null, duration: null, batch_id, step_count: 0, metric_count: 0 }
}

/** What was asked for, without what is the server's own business. */
function configOf({ input }: RunState): Row {
  const { folder: _, ...config } = input as Readonly<Record<string, unknown>>
  return config
}

const wholeOf = (row: Row, state: RunState): Row => ({ ...row, error: state.error ?? null, config: configOf(state), results: state.record?.results ?? null })

type TestRecord = Pick<RecordOf<'testRuns'>, 'run_id' | 'status'> & Readonly<Record<string, unknown>>

const testRow = ({ run_id, model_name, hardware, test_type, status, progress, started_at, completed_at, duration, batch_id, ...counts }: TestRecord): Row => {
  const { tests_passed, tests_failed, tests_skipped, step_count, metric_count, artifact_count } = counts
  return {
    run_id,
    model_name,
    hardware,
    test_type,
    status,
    progress,
    started_at,
    completed_at,
    duration,
    tests_passed,
    tests_failed,
    tests_skipped,
    step_count,
    metric_count,
    artifact_count,
    batch_id,
  }
}

type Metrics = Readonly<Record<string, { readonly latency_ms: number; readonly throughput_items_per_sec: number; readonly memory_mb: number }>>

function testFigures({ metadata }: RecordOf<'testRuns'>): readonly Figures[] {
  const { performance_metrics = {} } = metadata as { readonly performance_metrics?: Metrics }
  return Object.entries(performance_metrics).map(([hardware, { latency_ms, throughput_items_per_sec, memory_mb }]) => ({
    hardware,
    latency: latency_ms,
    throughput: throughput_items_per_sec,
    memory: memory_mb,
  }))
}

const testOf = (state: RunState): TestRecord =>
  ({ ...begun(state), run_id: state.id, status: state.status, tests_passed: 0, tests_failed: 0, tests_skipped: 0, artifact_count: 0, ...state.record }) as TestRecord

const TEST_DATABASE: ComponentDatabase = {
  component: TEST_RUNS,
  noun: 'run',
  rows: 'testRuns',
  row: testRow,
  unfinishedRow: (state) => testRow(testOf(state)),
  whole: (state) => wholeOf(testRow(testOf(state)), state),
  searched: ['run_id', 'model_name', 'hardware', 'test_type', 'status', 'error'],
  figures: testFigures,
  failed: 'failed',
}

type GeneratorRecord = Pick<RecordOf<'generatorTasks'>, 'task_id' | 'status'> & Readonly<Record<string, unknown>>

const generatorRow = ({ task_id, model_name, hardware, status, started_at, completed_at, duration, architecture, template_type, output_file, ...rest }: GeneratorRecord): Row => {
  const { step_count, metric_count, batch_id } = rest
  const shown = GENERATOR_STATUS[status as keyof typeof GENERATOR_STATUS]
  return { task_id, model_name, hardware, status: shown, started_at, completed_at, duration, architecture, template_type, output_file, step_count, metric_count, batch_id }
}

const generatorOf = (state: RunState): GeneratorRecord => {
  const { template_type = null } = state.input as { readonly template_type?: string | null }
  return { ...begun(state), task_id: state.id, status: state.status, architecture: null, template_type, output_file: null, ...state.record } as GeneratorRecord
}

const GENERATOR_DATABASE: ComponentDatabase = {
  component: GENERATOR_TASKS,
  noun: 'task',
  rows: 'generatorTasks',
  row: generatorRow,
  unfinishedRow: (state) => generatorRow(generatorOf(state)),
  whole: (state) => wholeOf(generatorRow(generatorOf(state)), state),
  searched: ['task_id', 'model_name', 'hardware', 'status', 'architecture', 'template_type', 'output_file', 'error'],
  figures: () => [],
  failed: 'error',
}

const benchmarkRow = (record: RecordOf<'results'>): Row => {
  const { run_id, model_name, model_family, hardware, batch_size, precision, status, started_at, completed_at, duration, throughput, latency, memory_usage, simulation_mode } = record
  return { run_id, model_name, model_family, hardware, batch_size, precision, status, started_at, completed_at, duration, throughput, latency, memory_usage, simulation_mode: simulation_mode === 1 }
}

const benchmarkFigures = ({ hardware, latency, throughput, memory_usage }: RecordOf<'results'>): readonly Figures[] =>
  latency === null || throughput === null || memory_usage === null ? [] : [{ hardware, latency, throughput, memory: memory_usage }]

const BENCHMARK_DATABASE: ComponentDatabase = {
  component: BENCHMARK_RUNS,
  noun: 'run',
  rows: 'results',
  row: benchmarkRow,
  whole: (state, rows) => {
    const { models, hardware } = state.input as { readonly models: readonly string[]; readonly hardware: readonly string[] }
    const { completed_at = null, duration = null } = state.record ?? {}
    return {
      run_id: state.id,
      models,
      hardware,
      status: state.status,
      progress: state.progress,
      started_at: state.startedAt,
      completed_at,
      duration,
      error: state.error ?? null,
      config: configOf(state),
      results: rows,
    }
  },
  searched: ['run_id', 'model_name', 'model_family', 'hardware', 'device_name', 'precision', 'status', 'error'],
  figures: benchmarkFigures,
  failed: 'failed',
}

/** The database of each component. */
export const DATABASES = { test: TEST_DATABASE, generator: GENERATOR_DATABASE, benchmark: BENCHMARK_DATABASE } as const
