import type { PredictionRequest } from '@benchcast/core/predict'
import { expect, it } from 'vitest'
import { shippedPredictor } from './shipped-predictor.ts'

const ASKED = { platform: 'cuda', device: 'NVIDIA L4', modelFamily: 'vision', batchSize: 8, sequenceLength: 128, mode: 'inference', precision: 'fp16' } as const

it('names of which no word is understood make no difference to a prediction, until one of them is measured', async () => {
  const predictor = await shippedPredictor(async () => undefined).load(undefined)
  const figuresOf = (modelName: string, of = predictor) => {
    const [answer] = of.predict([{ ...ASKED, modelName } satisfies PredictionRequest])
    return answer!.supported ? answer!.throughput : undefined
  }
  const foo = figuresOf('foo')
  expect([figuresOf('constructor'), figuresOf('zzz'), figuresOf('resn')]).toEqual([foo, foo, foo])
  const calibrated = predictor.calibrate([{ ...ASKED, modelName: 'foo', throughput: 5000, source: 'api' }])
  expect(figuresOf('foo', calibrated)!.value).toBe(5000)
  expect(figuresOf('zzz', calibrated)!.value).not.toBe(5000)
})
