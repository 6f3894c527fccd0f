import { CONFIGURATION, recordTable } from './record-table.ts'

/** One row per hardware recommendation. Feedback on it is in rows of its own. */
export const recommendationHistory = recordTable('recommendation_history', 'recommendation_id', {
  recommendation_id: 'text',
  user_id: 'text?',
  ...CONFIGURATION,
  primary_recommendation: 'text',
  fallback_options: 'json',
  compatible_hardware: 'json',
  reason: 'text',
})
