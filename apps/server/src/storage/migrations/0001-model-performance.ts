import type { Migration } from './migration.ts'

/** Runs, their history by model, comparisons and idempotency keys. */
export const modelPerformance: Migration = {
  version: 1,
  name: 'model-performance',
  statements: [
    `CREATE TABLE model_benchmark_runs (seq bigint NOT NULL, run_id text NOT NULL, benchmark_name text NOT NULL, folded_name text NOT NULL, dataset_id text NOT NULL,
      task_type text NOT NULL, models text NOT NULL, created_at text NOT NULL, created_us bigint NOT NULL, document text NOT NULL)`,
    'CREATE TABLE model_benchmark_metrics (seq bigint NOT NULL, position integer NOT NULL, run_id text NOT NULL, model_id text NOT NULL, record text NOT NULL)',
    'CREATE TABLE model_comparisons (seq bigint NOT NULL, comparison_id text NOT NULL, created_at text NOT NULL, document text NOT NULL)',
    `CREATE TABLE idempotency_keys (seq bigint NOT NULL, endpoint text NOT NULL, key text NOT NULL, fingerprint text NOT NULL, resource_id text NOT NULL,
      created_at text NOT NULL, created_us bigint NOT NULL)`,
  ],
}
