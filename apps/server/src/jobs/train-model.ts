import type { TrainRequest } from '@benchcast/core/api'
import type { Measurement, TrainedCorrection, TrainingResult } from '@benchcast/core/predict'
import type { z } from 'zod'
import { isComparableRow, measurementOf } from '../predictions/measurements.ts'
import type { RecordOf, Store } from '../storage/store.ts'
import { activation } from './activate-model.ts'
import { type JobContext, job } from './job.ts'

type Input = z.output<typeof TrainRequest>

/** Trains a correction of the shipped predictor on the real measurements, in a thread. It serves only if it is better than what serves now. */
export const trainModel = job<Input>({
  idKind: 'training',
  isCheap: () => false,
  timeoutSeconds: 1800,
  maxAttempts: 2,
  run: async ({ seed, activate }, context) => {
    const { predictions, store, inThread, newId } = context
    const measurements = await realMeasurements(store)
    const champion = await predictions.activeCorrection()
    const trained = await inThread<TrainingResult>({ name: 'train', input: { measurements, champion, seed, madeAt: context.now() } satisfies TrainingWork })
    const modelId = newId('model')
    const isActivated = activate && trained.better
    const serialized = JSON.stringify(trained.correction)
    const serve = isActivated ? await predictions.prepare(modelId, serialized) : () => {}
    return {
      result: { model_id: modelId, activated: isActivated, reason: trained.reason, measurements: measurements.length, scores: trained.scores, champion: trained.champion, features: trained.features },
      records: {
        models: [modelRow(modelId, serialized, trained, context)],
        featureImportance: importanceRows(modelId, trained, context),
        ...(isActivated && { activations: [activation(modelId, trained.reason, context)] }),
      },
      committed: serve,
    }
  },
})

/** Newest measurements that are trained on. */
const MOST_MEASUREMENTS = 100_000

/** Oldest first. */
async function realMeasurements(store: Store): Promise<readonly Measurement[]> {
  const { rows } = await store.listRecords('measurements', { limit: MOST_MEASUREMENTS, offset: 0 })
  return rows.toReversed().filter(isComparableRow).map(measurementOf)
}

/** What the thread is given. */
export interface TrainingWork {
  readonly measurements: readonly Measurement[]
  readonly champion: TrainedCorrection | undefined
  readonly seed: number
  readonly madeAt: string
}

function modelRow(
  model_id: string,
  serialized_model: string,
  { correction, features, scores, champion, losses, unseenDevices, better, reason, pValue }: TrainingResult,
  { now }: JobContext,
): RecordOf<'models'> {
  return {
    model_id,
    timestamp: now(),
    model_type: 'correction',
    target_metric: 'throughput',
    hardware_platform: 'all',
    model_family: null,
    features_list: features,
    training_score: scores.training,
    validation_score: scores.validation,
    test_score: scores.test,
    serialized_model,
    metadata: {
      format: correction.format,
      origin: 'trained here',
      prior: correction.priorVersion,
      seed: correction.seed,
      counts: correction.counts,
      champion,
      losses,
      unseen_devices: unseenDevices,
      better,
      reason,
      p_value: pValue,
    },
  }
}

const METHODS = ['gain', 'permutation', 'shap'] as const

/** One row per feature and method, ranked within its method; the most important last, since lists begin with what was written last. */
function importanceRows(model_id: string, { importance }: TrainingResult, { newId, now }: JobContext): readonly RecordOf<'featureImportance'>[] {
  return METHODS.flatMap((method) =>
    importance
      .toSorted((a, b) => b[method] - a[method])
      .map((item, index) => ({
        importance_id: newId('importance'),
        timestamp: now(),
        model_id,
        feature_name: item.feature,
        importance_score: item[method],
        rank: index + 1,
        method,
        metadata: {},
      }))
      .reverse(),
  )
}
