import { recordTable } from './record-table.ts'

/** One row per answer of a person to a recommendation; the newest one counts. `accepted` is 1 or 0. */
export const recommendationFeedback = recordTable('recommendation_feedback', 'feedback_id', {
  feedback_id: 'text',
  recommendation_id: 'text',
  accepted: 'integer',
  feedback: 'text?',
  user_id: 'text?',
})
