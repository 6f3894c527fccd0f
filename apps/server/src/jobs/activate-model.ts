import { BenchcastError } from '@benchcast/core/errors'
import { PRIOR } from '../predictions/predictions.ts'
import type { RecordOf, Store } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'

interface Input {
  readonly model_id: string
}

/** Lets another predictor serve: a trained one, the shipped one (`prior`), or the one before (`previous`). */
export const activateModel = job<Input>({
  idKind: 'modelTask',
  run: async ({ model_id }, context) => {
    const { predictions, store } = context
    const previous = predictions.activeId
    const next = model_id === 'previous' ? await modelBefore(store) : model_id
    const serve = await predictions.prepare(next)
    return {
      result: { model_id: next, previous_model_id: previous },
      committed: serve,
      records: { activations: [activation(next, model_id === 'previous' ? `rolled back from ${previous}` : 'asked for', context)] },
    }
  },
})

/** A record that another predictor serves from now on. */
export const activation = (modelId: string, reason: string, { newId, now }: JobContext): RecordOf<'activations'> => ({
  activation_id: newId('activation'),
  timestamp: now(),
  model_id: modelId,
  reason,
  metadata: {},
})

async function modelBefore(store: Store): Promise<string> {
  const { rows } = await store.listRecords('activations', { limit: 2, offset: 0 })
  if (rows.length === 0) throw new BenchcastError('invalid_model', 'The shipped predictor serves and no other has served before, so there is nothing to roll back.')
  return rows[1]?.model_id ?? PRIOR
}
