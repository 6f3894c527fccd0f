import type { StoreModelRequest } from '@benchcast/core/api'
import type { z } from 'zod'
import { readModelFile } from '../predictions/model-file.ts'
import type { RecordOf } from '../storage/store.ts'
import { job } from './job.ts'

type Input = z.output<typeof StoreModelRequest>

/** Stores a predictor that somebody brings along, as data. */
export const storeModel = job<Input>({
  idKind: 'modelTask',
  isCheap: () => false,
  run: async (input, { predictions, newId, now }) => {
    const file = await readModelFile(predictions.modelsFolder, input.serialized_model_path, input.features)
    const obstacle = await predictions.whyNotServing(file.serialized)
    const modelId = newId('model')
    const model: RecordOf<'models'> = {
      model_id: modelId,
      timestamp: now(),
      model_type: input.model_type,
      target_metric: input.target_metric,
      hardware_platform: input.hardware_platform,
      model_family: input.model_family ?? null,
      features_list: file.features,
      training_score: input.training_score ?? null,
      validation_score: input.validation_score ?? null,
      test_score: input.test_score ?? null,
      serialized_model: file.serialized,
      metadata: { format: file.format, bytes: file.bytes, origin: 'brought along' },
    }
    const importances = Object.entries(file.importances).sort(([, a], [, b]) => b - a)
    const rows = importances.map(([feature_name, importance_score], index) => ({
      importance_id: newId('importance'),
      timestamp: now(),
      model_id: modelId,
      feature_name,
      importance_score,
      rank: index + 1,
      method: 'gain',
      metadata: {},
    }))
    // Lists begin with what was written last: the most important one.
    rows.reverse()
    const message = obstacle === undefined ? `It can serve: POST /models/${modelId}/activate lets it.` : `It is kept and listed, and cannot serve. ${obstacle}`
    return { result: { model_id: modelId, format: file.format, feature_importances: rows.length, can_serve: obstacle === undefined, message }, records: { models: [model], featureImportance: rows } }
  },
})
