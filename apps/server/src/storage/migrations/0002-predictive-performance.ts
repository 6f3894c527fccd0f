import type { Migration } from './migration.ts'

const COMMON = 'seq bigint NOT NULL, position integer NOT NULL, timestamp text NOT NULL, created_us bigint NOT NULL, metadata text NOT NULL'
const CONFIGURATION = 'model_name text NOT NULL, model_family text NOT NULL, batch_size integer NOT NULL, sequence_length integer NOT NULL, precision text NOT NULL, mode text NOT NULL'

/** Tasks, and what the predictive API records. */
export const predictivePerformance: Migration = {
  version: 2,
  name: 'predictive-performance',
  statements: [
    `CREATE TABLE tasks (seq bigint NOT NULL, task_id text NOT NULL, kind text NOT NULL, event text NOT NULL, attempt integer NOT NULL, timestamp text NOT NULL,
      created_us bigint NOT NULL, message text NOT NULL, document text NOT NULL)`,
    `CREATE TABLE performance_predictions (${COMMON}, prediction_id text NOT NULL, ${CONFIGURATION}, hardware_platform text NOT NULL, throughput double precision NOT NULL,
      latency double precision NOT NULL, memory_usage double precision NOT NULL, confidence_score double precision NOT NULL, prediction_source text NOT NULL)`,
    `CREATE TABLE performance_measurements (${COMMON}, measurement_id text NOT NULL, ${CONFIGURATION}, hardware_platform text NOT NULL, throughput double precision,
      latency double precision, memory_usage double precision, measurement_source text NOT NULL, prediction_id text)`,
    `CREATE TABLE recommendation_history (${COMMON}, recommendation_id text NOT NULL, user_id text, ${CONFIGURATION}, primary_recommendation text NOT NULL,
      fallback_options text NOT NULL, compatible_hardware text NOT NULL, reason text NOT NULL)`,
    `CREATE TABLE recommendation_feedback (${COMMON}, feedback_id text NOT NULL, recommendation_id text NOT NULL, accepted integer NOT NULL, feedback text, user_id text)`,
    `CREATE TABLE prediction_models (${COMMON}, model_id text NOT NULL, model_type text NOT NULL, target_metric text NOT NULL, hardware_platform text NOT NULL, model_family text,
      features_list text NOT NULL, training_score double precision, validation_score double precision, test_score double precision, serialized_model text NOT NULL)`,
    `CREATE TABLE model_activations (${COMMON}, activation_id text NOT NULL, model_id text NOT NULL, reason text NOT NULL)`,
    `CREATE TABLE feature_importance (${COMMON}, importance_id text NOT NULL, model_id text NOT NULL, feature_name text NOT NULL, importance_score double precision NOT NULL,
      rank integer NOT NULL, method text NOT NULL)`,
    `CREATE TABLE prediction_errors (${COMMON}, error_id text NOT NULL, prediction_id text NOT NULL, measurement_id text NOT NULL, model_name text NOT NULL, model_family text NOT NULL,
      hardware_platform text NOT NULL, metric text NOT NULL, predicted_value double precision NOT NULL, actual_value double precision NOT NULL, absolute_error double precision NOT NULL,
      relative_error double precision)`,
  ],
}
