import { table } from './table.ts'

/** One row per model and run: a line of the model's history. `seq` is the run's, `position` the model's place in it. */
export const modelBenchmarkMetrics = table('model_benchmark_metrics', {
  seq: 'bigint',
  position: 'integer',
  run_id: 'text',
  model_id: 'text',
  record: 'text',
})
