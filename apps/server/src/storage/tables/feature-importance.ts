import { recordTable } from './record-table.ts'

/** One row per feature, method and stored predictor. */
export const featureImportance = recordTable('feature_importance', 'importance_id', {
  importance_id: 'text',
  model_id: 'text',
  feature_name: 'text',
  importance_score: 'double',
  rank: 'integer',
  method: 'text',
})
