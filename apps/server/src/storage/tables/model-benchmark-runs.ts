import { table } from './table.ts'

/** One row per benchmark run. `document` is the whole run as the JSON text that was given; the other columns serve lists and filters. */
export const modelBenchmarkRuns = table('model_benchmark_runs', {
  seq: 'bigint',
  run_id: 'text',
  benchmark_name: 'text',
  folded_name: 'text',
  dataset_id: 'text',
  task_type: 'text',
  models: 'text',
  created_at: 'text',
  created_us: 'bigint',
  document: 'text',
})
