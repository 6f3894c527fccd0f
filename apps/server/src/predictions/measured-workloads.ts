import type { HardwareSpec } from '@benchcast/core/hardware'
import { createPredictor, type MeasuredWorkload, type Measurement, type ThroughputEstimator } from '@benchcast/core/predict'

/**
 * The measurements as a predictor would teach them to its estimator: models and devices looked up, those that cannot be left out.
 *
 * @param as describes them as measurements of their devices would be, where it is given
 */
export function measuredWorkloads(measurements: readonly Measurement[], machine: HardwareSpec | undefined, as?: ThroughputEstimator): readonly MeasuredWorkload[] {
  let taught: readonly MeasuredWorkload[] = []
  const listening: ThroughputEstimator = {
    version: 'listening',
    estimate: () => [],
    asMeasured: (workload) => as?.asMeasured?.(workload),
    calibrate: (given) => {
      taught = given
      return listening
    },
  }
  createPredictor({ estimator: listening, ...(machine && { machine }) }).calibrate(measurements)
  return taught
}
