import { runTable } from './run-table.ts'

/** One row per run of the Benchmark API; what it measured is in `performance_results`. */
export const benchmarkRuns = runTable('benchmark_runs', 'run_id', { run_id: 'text', total_models: 'integer', completed_models: 'integer' })
