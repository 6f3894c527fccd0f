import { runTable } from './run-table.ts'

/** One row per run of the Test API. */
export const testRuns = runTable('test_runs', 'run_id', {
  run_id: 'text',
  test_type: 'text',
  tests_passed: 'integer',
  tests_failed: 'integer',
  tests_skipped: 'integer',
  step_count: 'integer',
  metric_count: 'integer',
  artifact_count: 'integer',
})
