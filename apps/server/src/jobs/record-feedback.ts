import type { RecordFeedbackRequest } from '@benchcast/core/api'
import type { z } from 'zod'
import { job } from './job.ts'

type Input = z.output<typeof RecordFeedbackRequest>

/** Keeps what a person says of a recommendation. Never a second recommendation. */
export const recordFeedback = job<Input>({
  idKind: 'feedbackTask',
  run: async ({ recommendation_id, accepted, feedback, user_id }, { store, newId, now }) => {
    if ((await store.findRecord('recommendations', recommendation_id)) === undefined)
      return { result: { success: false, recommendation_id, message: `There is no recommendation '${recommendation_id}': GET /recommendations lists them.` } }
    const row = { feedback_id: newId('feedback'), timestamp: now(), recommendation_id, accepted: accepted ? 1 : 0, feedback: feedback ?? null, user_id: user_id ?? null, metadata: {} }
    return { result: { success: true, recommendation_id }, records: { feedback: [row] } }
  },
})
