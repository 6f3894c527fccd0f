import { BenchcastError } from '@benchcast/core/errors'
import { PRIOR } from '../predictions/predictions.ts'
import type { RecordOf, Store } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'

interface Input {
  readonly model_id: string
}

/** Lets another predictor serve: a trained one, the shipped one (`prior`), or the one before (`previous`). The one that serves already is left alone, so that it never becomes its own predecessor. */
export const activateModel = job<Input>({
  idKind: 'modelTask',
  run: async ({ model_id }, context) => {
    const { predictions, store } = context
    const { activeId } = predictions
    const history = await activatedModels(store)
    const next = model_id === 'previous' ? modelBefore(history) : model_id
    if (next === activeId && next === (history[0] ?? PRIOR)) return { result: unchanged(next, history) }
    const serve = await predictions.prepare(next)
    return {
      result: { model_id: next, previous_model_id: activeId, changed: true, message: `${capital(named(next))} serves now instead of ${named(activeId)}.` },
      committed: serve,
      records: { activations: [activation(next, model_id === 'previous' ? `rolled back from ${activeId}` : 'asked for', context)] },
    }
  },
})

const named = (modelId: string): string => (modelId === PRIOR ? 'the shipped predictor (prior)' : modelId)

const capital = (text: string): string => text.replace(/^the /, 'The ')

const unchanged = (modelId: string, history: readonly string[]) => ({
  model_id: modelId,
  previous_model_id: history.some((other) => other !== PRIOR) ? modelBefore(history) : PRIOR,
  changed: false,
  message: `${capital(named(modelId))} serves already: nothing was changed.`,
})

/** A record that another predictor serves from now on. */
export const activation = (modelId: string, reason: string, { newId, now }: JobContext): RecordOf<'activations'> => ({
  activation_id: newId('activation'),
  timestamp: now(),
  model_id: modelId,
  reason,
  metadata: {},
})

/** Activations that are looked through for the one before. */
const MOST_ACTIVATIONS = 1000

/** Predictors that were activated, the newest first. */
async function activatedModels(store: Store): Promise<readonly string[]> {
  const { rows } = await store.listRecords('activations', { limit: MOST_ACTIVATIONS, offset: 0 })
  return rows.map(({ model_id }) => model_id)
}

/** The last one that was another than the newest. */
function modelBefore(history: readonly string[]): string {
  const other = history.find((modelId) => modelId !== history[0])
  if (other !== undefined) return other
  if (history[0] !== undefined && history[0] !== PRIOR) return PRIOR
  throw new BenchcastError('invalid_model', 'The shipped predictor serves and no other has served before, so there is nothing to roll back.')
}
