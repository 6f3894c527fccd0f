import type { TestStatus } from '@benchcast/core/api'
import type { z } from 'zod'
import type { ModelTest } from '../model-tests/model-test.ts'
import { type Component, elapsedSeconds, remainingSeconds } from './component.ts'

type Status = z.output<typeof TestStatus>

/** Runs of the Test API. */
export const TEST_RUNS: Component<Status> = {
  id: 'test',
  kind: 'startModelTest',
  records: 'testRuns',
  idField: 'run_id',
  title: 'test run',
  status: (state, nowMs) => {
    const { model_name, hardware, test_type } = state.input as ModelTest
    return {
      run_id: state.id,
      status: state.status,
      progress: state.progress,
      current_step: state.status === 'completed' ? 'Completed' : (state.error ?? state.step),
      model_name,
      hardware,
      test_type,
      started_at: state.startedAt,
      elapsed_time: elapsedSeconds(state, nowMs),
      estimated_remaining_time: remainingSeconds(state, nowMs),
      ...(state.error !== undefined && { error: state.error }),
    }
  },
}
