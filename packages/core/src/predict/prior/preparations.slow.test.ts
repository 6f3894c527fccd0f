import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { loadEstimator } from '../estimator.ts'
import type { PredictionRequest } from '../prediction.ts'
import { createPredictor } from '../predictor/create-predictor.ts'

const bytes = await readFile(new URL('../weights/prior.bin', import.meta.url))
const REQUESTS = (['cpu', 'cuda', 'mps'] as const).map(
  (platform): PredictionRequest => ({ modelName: 'bert-base-uncased', platform, batchSize: 8, sequenceLength: 128, mode: 'inference', precision: 'fp16' }),
)

describe('the preparations of the shipped estimator', () => {
  it('come in hundreds of pieces, and change no answer', () => {
    const estimator = loadEstimator(bytes)
    expect([...estimator.preparations!()].length).toBeGreaterThan(300)
    const unprepared = createPredictor({ estimator: loadEstimator(bytes) })
    expect(createPredictor({ estimator }).predict(REQUESTS)).toEqual(unprepared.predict(REQUESTS))
  })
})
