import { CONFIGURATION, PHASE, recordTable } from './record-table.ts'

/** One row per measurement; a figure that was not measured is NULL. `prediction_id` is the prediction it was compared with. */
export const performanceMeasurements = recordTable('performance_measurements', 'measurement_id', {
  measurement_id: 'text',
  ...CONFIGURATION,
  hardware_platform: 'text',
  throughput: 'double?',
  latency: 'double?',
  memory_usage: 'double?',
  measurement_source: 'text',
  prediction_id: 'text?',
  ...PHASE,
})
