import { setImmediate } from 'node:timers/promises'
import type { Measurement, Prediction, PredictionRequest, Predictor, Unsupported } from '@benchcast/core/predict'
import type { Predictions } from './predictions.ts'

/** How long one turn of the event loop may be taken, ms. */
const TURN_MS = 15
const MOST_AT_ONCE = 500

interface Options {
  readonly signal: AbortSignal
  /** Called after each part, with how many are done. */
  readonly onPart: (done: number) => void
}

/** Predicts many requests, part by part: as many at once as fit a turn of the event loop, so that other requests are answered in between. */
export async function predictInTurns(predictions: Predictions, requests: readonly PredictionRequest[], { signal, onPart }: Options): Promise<readonly (Prediction | Unsupported)[]> {
  const predictor = await predictions.predictor()
  const answers: (Prediction | Unsupported)[] = []
  let size = 1
  while (answers.length < requests.length) {
    signal.throwIfAborted()
    const start = performance.now()
    answers.push(...predictor.predict(requests.slice(answers.length, answers.length + size)))
    size = Math.max(1, Math.min(2 * size, Math.floor((size * TURN_MS) / (performance.now() - start)), MOST_AT_ONCE))
    onPart(answers.length)
    await setImmediate()
  }
  return answers
}

/** Measurements that are looked up in one turn. */
const LOOKED_UP_AT_ONCE = 100

/** A predictor looks each measurement up once: with this in parts, so that learning from thousands of them later takes little of the event loop's time. */
export async function lookUpInTurns(predictor: Predictor, measurements: readonly Measurement[]): Promise<void> {
  for (let from = 0; from < measurements.length; from += LOOKED_UP_AT_ONCE) {
    predictor.calibrate(measurements.slice(from, from + LOOKED_UP_AT_ONCE))
    await setImmediate()
  }
}
