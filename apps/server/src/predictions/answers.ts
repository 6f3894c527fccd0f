import { type Attribution, confidenceOf, type NearestMeasurement, type Prediction } from '@benchcast/core/predict'
import { rounded } from './rounded.ts'
import { figuresOf, intervalsOf } from './rows.ts'

const nearestWire = ({ modelName, device, devices, precision, batchSize, phase, inputSize, throughput, unit, distance, source }: NearestMeasurement) => ({
  model_name: modelName,
  device,
  ...(devices !== undefined && { device_count: devices }),
  ...(precision !== undefined && { precision }),
  ...(batchSize !== undefined && { batch_size: batchSize }),
  phase,
  ...(inputSize !== undefined && { input_size: inputSize }),
  throughput: rounded(throughput),
  unit,
  distance: rounded(distance),
  source,
})

/** Effects that are named; the rest are summed. */
const MOST_EFFECTS = 8

function attributionWire({ base, effects }: Attribution) {
  const named = effects.slice(0, MOST_EFFECTS).map(({ feature, log }) => ({ feature, log_effect: log, percent: 100 * Math.expm1(log) }))
  return { base_throughput: base, effects: named, other_log_effects: effects.slice(MOST_EFFECTS).reduce((sum, { log }) => sum + log, 0) }
}

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
  ...(prediction.attribution && { attribution: attributionWire(prediction.attribution) }),
  nearest_measurements: prediction.nearestMeasurements.map(nearestWire),
  warnings: prediction.warnings,
})
