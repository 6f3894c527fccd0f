import { readFile } from 'node:fs/promises'
import { loadEstimator, type ThroughputEstimator } from '@benchcast/core/predict'

const WEIGHTS = new URL('weights/prior.bin', import.meta.resolve('@benchcast/core/predict'))

/** The estimator that ships with the program, read once per thread. */
export function priorEstimator(): Promise<ThroughputEstimator> {
  made ??= readFile(WEIGHTS).then(loadEstimator)
  return made
}
let made: Promise<ThroughputEstimator> | undefined
