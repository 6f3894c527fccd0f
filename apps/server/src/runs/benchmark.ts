import type { SpeedBenchmarkStatus } from '@benchcast/core/api'
import type { z } from 'zod'
import { completedModels, type SpeedBenchmark } from '../measuring/configurations.ts'
import { type Component, elapsedSeconds, type RunState, remainingSeconds } from './component.ts'

type Status = z.output<typeof SpeedBenchmarkStatus>

/** A cancelled run is a failed one in the words of this API. */
const STATUS = { initializing: 'initializing', running: 'running', completed: 'completed', failed: 'failed', cancelled: 'failed' } as const

const stepOf = ({ status, step, error }: RunState): string => (status === 'completed' ? 'Completed' : (error ?? step))

/** Runs of the Benchmark API. */
export const BENCHMARK_RUNS: Component<Status> = {
  id: 'benchmark',
  kind: 'startSpeedBenchmark',
  records: 'benchmarkRuns',
  idField: 'run_id',
  title: 'benchmark run',
  status: (state, nowMs) => {
    const run = state.input as SpeedBenchmark
    return {
      run_id: state.id,
      status: STATUS[state.status],
      progress: state.progress,
      current_step: stepOf(state),
      start_time: state.startedAt,
      elapsed_time: elapsedSeconds(state, nowMs),
      estimated_remaining_time: remainingSeconds(state, nowMs),
      completed_models: completedModels(run, state.progress),
      total_models: run.models.length,
      ...(state.error !== undefined && { error: state.error }),
    }
  },
}
