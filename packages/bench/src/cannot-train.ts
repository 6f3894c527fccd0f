import { BenchcastError } from '@benchcast/core/errors'

/** Why a training step is not measured, and what to do instead. */
export const cannotTrain = (): BenchcastError =>
  new BenchcastError(
    'cannot_run',
    'Training steps cannot be measured here: ONNX Runtime for Node runs models forward only, it has no training. Ask for mode inference; training speed is predicted (POST /api/predictive-performance/predict-performance with mode training), and what another tool measured can be imported.',
  )
