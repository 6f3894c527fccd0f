import { recordTable } from './record-table.ts'

/** One row per stored predictor: trained here or brought along. `serialized_model` is data (base64 of ONNX, or JSON of trees), never code. */
export const predictionModels = recordTable(
  'prediction_models',
  'model_id',
  {
    model_id: 'text',
    model_type: 'text',
    target_metric: 'text',
    hardware_platform: 'text',
    model_family: 'text?',
    features_list: 'json',
    training_score: 'double?',
    validation_score: 'double?',
    test_score: 'double?',
    serialized_model: 'text',
  },
  ['serialized_model'],
)
