import type { RecordOf } from '../storage/store.ts'

type Feedback = RecordOf<'feedback'>

/** Rows as the lists show them: `id` beside the id of their own name. */
export const predictionWire = (row: RecordOf<'predictions'>) => ({ id: row.prediction_id, ...row })
export const measurementWire = (row: RecordOf<'measurements'>) => ({ id: row.measurement_id, ...row })
export const importanceWire = ({ importance_id: id, ...row }: RecordOf<'featureImportance'>) => ({ id, ...row })

export const recommendationWire = (row: RecordOf<'recommendations'>, feedback: ReadonlyMap<string, Feedback>) => {
  const answer = feedback.get(row.recommendation_id)
  return { id: row.recommendation_id, ...row, was_accepted: answer === undefined ? null : answer.accepted === 1, user_feedback: answer?.feedback ?? null }
}

/** The bytes of a stored predictor are not listed. */
export const modelWire = (row: Omit<RecordOf<'models'>, 'serialized_model'>) => ({ id: row.model_id, ...row, serialized_model: '(stored)' })
