import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { loadEstimator, type ThroughputEstimator } from '@benchcast/core/predict'

const WEIGHTS = new URL('weights/prior.bin', import.meta.resolve('@benchcast/core/predict'))
/** How long one turn of the event loop may be taken, ms. */
const TURN_MS = 10

/** The estimator that ships with the program, read once per thread and made ready in short turns, so that no question waits long and nobody waits for the first. */
export function priorEstimator(): Promise<ThroughputEstimator> {
  ready ??= priorWeights().then(prepared)
  return ready
}
let ready: Promise<ThroughputEstimator> | undefined

/** The same as soon as its weights are read: the first questions take longer. */
export function priorWeights(): Promise<ThroughputEstimator> {
  read ??= readFile(WEIGHTS).then(loadEstimator)
  return read
}
let read: Promise<ThroughputEstimator> | undefined

async function prepared(estimator: ThroughputEstimator): Promise<ThroughputEstimator> {
  let start = performance.now()
  for (const _ of estimator.preparations?.() ?? []) {
    if (performance.now() - start < TURN_MS) continue
    await setImmediate()
    start = performance.now()
  }
  return estimator
}
