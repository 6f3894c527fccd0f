import { CONFIGURATION, PHASE, recordTable } from './record-table.ts'

/** One row per predicted configuration on one platform. Intervals, device and explanation are in `metadata`. */
export const performancePredictions = recordTable('performance_predictions', 'prediction_id', {
  prediction_id: 'text',
  ...CONFIGURATION,
  hardware_platform: 'text',
  throughput: 'double',
  latency: 'double',
  memory_usage: 'double',
  confidence_score: 'double',
  prediction_source: 'text',
  ...PHASE,
})
