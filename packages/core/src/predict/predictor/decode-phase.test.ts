import { describe, expect, it } from 'vitest'
import type { PredictionRequest } from '../prediction.ts'
import type { ThroughputEstimator, Workload } from '../workload.ts'
import { createPredictor } from './create-predictor.ts'

const GPT2: PredictionRequest = { modelName: 'openai-community/gpt2', platform: 'cuda', batchSize: 4, sequenceLength: 64, mode: 'inference', precision: 'fp32' }

/** What an estimator is asked about, and the answer to a thousand items a second. */
function asked(changes: Partial<PredictionRequest>) {
  const seen: Workload[] = []
  const estimate: ThroughputEstimator['estimate'] = (workloads, level = 0.9) => {
    seen.push(...workloads)
    return workloads.map(() => ({ throughput: 1000, lower: 800, upper: 1250, level, provenance: 'learned' as const }))
  }
  const estimator: ThroughputEstimator = { version: 'thousand', estimate, calibrate: () => estimator }
  const [prediction] = createPredictor({ estimator }).predict([{ ...GPT2, ...changes }])
  if (!prediction!.supported) throw new Error(prediction!.reason)
  return { workload: seen[0]!, prediction: prediction! }
}

describe('A decode step', () => {
  it('is asked about as one, and its items are the tokens of the batch', () => {
    const { workload, prediction } = asked({ phase: 'decode' })
    expect(workload).toMatchObject({ phase: 'decode', unit: 'token', batchSize: 4, inputSize: 64 })
    expect(prediction.throughput.value).toBe(1000)
    expect(prediction.explanation).toContain('the token that a step makes after 64 others')
  })

  it('is another thing than reading, of which an item is one of the tokens', () => {
    const { workload, prediction } = asked({})
    expect(workload).toMatchObject({ phase: 'prefill', unit: 'token' })
    expect(prediction.throughput.value).toBeCloseTo(1000 / 64, 9)
  })

  it('is nothing for models without one', () => expect(asked({ modelName: 'bert-base-uncased', phase: 'decode' }).workload.phase).toBe('forward'))
})
