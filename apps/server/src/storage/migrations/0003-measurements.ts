import type { Migration } from './migration.ts'

const COMMON = 'seq bigint NOT NULL, position integer NOT NULL, timestamp text NOT NULL, created_us bigint NOT NULL, metadata text NOT NULL'
const RUN = `model_name text NOT NULL, hardware text NOT NULL, status text NOT NULL, progress double precision NOT NULL, current_step text NOT NULL, started_at text NOT NULL,
  completed_at text NOT NULL, duration double precision NOT NULL, batch_id text, error text, config text NOT NULL, results text NOT NULL`
const CONFIGURATION = 'model_name text NOT NULL, model_family text NOT NULL, batch_size integer NOT NULL, sequence_length integer NOT NULL, precision text NOT NULL, mode text NOT NULL'

/** Runs of the benchmark, test and generator components, and what was measured. */
export const measurements: Migration = {
  version: 3,
  name: 'measurements',
  statements: [
    `CREATE TABLE test_runs (${COMMON}, ${RUN}, run_id text NOT NULL, test_type text NOT NULL, tests_passed integer NOT NULL, tests_failed integer NOT NULL,
      tests_skipped integer NOT NULL, step_count integer NOT NULL, metric_count integer NOT NULL, artifact_count integer NOT NULL)`,
    `CREATE TABLE generator_tasks (${COMMON}, ${RUN}, task_id text NOT NULL, architecture text, template_type text, output_file text, step_count integer NOT NULL,
      metric_count integer NOT NULL)`,
    `CREATE TABLE benchmark_runs (${COMMON}, ${RUN}, run_id text NOT NULL, total_models integer NOT NULL, completed_models integer NOT NULL)`,
    `CREATE TABLE performance_results (${COMMON}, result_id text NOT NULL, run_id text NOT NULL, ${CONFIGURATION}, hardware text NOT NULL, device_name text NOT NULL,
      status text NOT NULL, started_at text NOT NULL, completed_at text NOT NULL, duration double precision NOT NULL, throughput double precision, latency double precision,
      memory_usage double precision, simulation_mode integer NOT NULL, sync_id text, error text)`,
    `CREATE TABLE run_batches (${COMMON}, batch_id text NOT NULL, component text NOT NULL, run_ids text NOT NULL)`,
  ],
}
