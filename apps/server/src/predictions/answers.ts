import { confidenceOf, type NearestMeasurement, type Prediction } from '@benchcast/core/predict'
import { figuresOf, intervalsOf } from './rows.ts'

const nearestWire = ({ modelName, device, precision, batchSize, throughput, distance, source }: NearestMeasurement) => ({
  model_name: modelName,
  device,
  precision,
  batch_size: batchSize,
  throughput,
  distance,
  source,
})

/** What is answered of one predicted platform. */
export const predictionAnswer = (prediction: Prediction, predictionId: string) => ({
  ...figuresOf(prediction),
  source: prediction.provenance,
  prediction_id: predictionId,
  confidence: confidenceOf(prediction.throughput, prediction.level),
  intervals: intervalsOf(prediction),
  provenance: prediction.provenance,
  device: prediction.device.name,
  device_assumed: prediction.deviceAssumed,
  bound: prediction.bound,
  explanation: prediction.explanation,
  nearest_measurements: prediction.nearestMeasurements.map(nearestWire),
  warnings: prediction.warnings,
})
