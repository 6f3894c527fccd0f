import { BenchcastError } from '@benchcast/core/errors'
import type { PredictorSource } from './predictions.ts'

/** The predictor that ships with the program. */
export const shippedPredictor: PredictorSource = {
  load: async () => {
    throw new BenchcastError('unavailable', 'this build holds no predictor yet.')
  },
  familyOf: () => 'unknown',
}
