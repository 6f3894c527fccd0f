import { recordTable } from './record-table.ts'

/** One row per metric that a measurement and a prediction of the same configuration both have. The prediction's interval and provenance are in `metadata`. */
export const predictionErrors = recordTable('prediction_errors', 'error_id', {
  error_id: 'text',
  prediction_id: 'text',
  measurement_id: 'text',
  model_name: 'text',
  model_family: 'text',
  hardware_platform: 'text',
  metric: 'text',
  predicted_value: 'double',
  actual_value: 'double',
  absolute_error: 'double',
  relative_error: 'double?',
})
