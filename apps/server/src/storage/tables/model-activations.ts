import { recordTable } from './record-table.ts'

/** One row per change of the predictor that serves; the newest one counts. `model_id` is that of a stored predictor, or `prior`. */
export const modelActivations = recordTable('model_activations', 'activation_id', { activation_id: 'text', model_id: 'text', reason: 'text' })
