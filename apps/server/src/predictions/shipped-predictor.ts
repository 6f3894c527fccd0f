import { thisMachine } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { HardwareSpec } from '@benchcast/core/hardware'
import { resolveModel } from '@benchcast/core/models'
import { applyCorrection, createPredictor, parseCorrection, type ThroughputEstimator, type TrainedCorrection } from '@benchcast/core/predict'
import type { PredictorSource } from './predictions.ts'
import { priorEstimator } from './prior.ts'

/** The predictor that ships with the program, and trained corrections of it. It assumes this machine's processor for `cpu`, unless told of another or none. */
export const shippedPredictor = (machineOf: () => Promise<HardwareSpec | undefined> = thisMachine): PredictorSource => ({
  load: async (serialized) => {
    const [prior, machine] = await Promise.all([priorEstimator(), machineOf()])
    const estimator: ThroughputEstimator = serialized === undefined ? prior : applyCorrection(prior, correctionOf(serialized))
    return createPredictor({ estimator, ...(machine && { machine }) })
  },
  familyOf: (modelName) => resolveModel({ modelName }).family,
  machine: machineOf,
})

/** A stored correction; other stored predictors are kept as data, and cannot serve. Throws `invalid_model`. */
export function correctionOf(serialized: string): TrainedCorrection {
  return parseCorrection(jsonOf(serialized))
}

function jsonOf(serialized: string): unknown {
  try {
    return JSON.parse(serialized)
  } catch (cause) {
    // An ONNX file, in base64.
    throw new BenchcastError('invalid_model', 'Only trees in the format benchcast-correction-1 can serve (what POST /train makes); others are kept, and can be activated by no one.', { cause })
  }
}
