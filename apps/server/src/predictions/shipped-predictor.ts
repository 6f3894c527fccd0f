import { resolveModel } from '@benchcast/core/models'
import type { ThroughputEstimator } from '@benchcast/core/predict'
import { factsOf } from '../../../../packages/core/src/predict/facts/facts.ts'
import { createPredictor } from '../../../../packages/core/src/predict/predictor/create-predictor.ts'
import { roofline } from '../../../../packages/core/src/predict/roofline/roofline.ts'
import type { PredictorSource } from './predictions.ts'

const analytic: ThroughputEstimator = {
  version: 'roofline',
  estimate: (workloads, level = 0.9) =>
    workloads.map((workload) => {
      const { itemsPerSecond } = roofline(factsOf(workload))
      return { throughput: itemsPerSecond / 3, lower: itemsPerSecond / 20, upper: itemsPerSecond, level, provenance: 'analytic' }
    }),
  calibrate: () => analytic,
}

/** The predictor that ships with the program. */
export const shippedPredictor: PredictorSource = {
  load: async () => createPredictor({ estimator: analytic }),
  familyOf: (modelName) => resolveModel({ modelName }).family,
}
