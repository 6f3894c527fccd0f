import { describe, expect, it } from 'vitest'
import { modelCost } from '../graph/index.ts'
import { BatchLine } from './batch-line.ts'
import { modelNamed } from './catalogue.ts'
import { readConfig } from './config-reader.ts'
import { resolveModel } from './resolve.ts'

describe('costs by batch', () => {
  it('are counted twice and once far away, then read off the line', () => {
    const asked: number[] = []
    const line = new BatchLine((batch) => {
      asked.push(batch)
      return { macs: 7 * batch, weights: 5 }
    })
    expect([1, 8, 3, 8, 12, 60_000, 5].map((batch) => line.at(batch).macs)).toEqual([7, 56, 21, 56, 84, 420_000, 35])
    expect(asked).toEqual([1, 8, 2, 65_536])
  })

  it.each([
    ['a kink', (batch: number) => Math.max(10, batch)],
    ['a curve', (batch: number) => batch * batch],
    ['halves rounded up', (batch: number) => Math.ceil(2.5 * batch)],
    ['thirds rounded up', (batch: number) => Math.ceil(batch / 3)],
    ['experts met', (batch: number) => Math.min(8, 2 * batch)],
  ])('with %s are counted each time', (_, of) => {
    const line = new BatchLine((batch) => ({ bytes: of(batch) }))
    for (const batch of [4, 16, 10, 1, 2, 3, 5, 7, 11, 900]) expect(line.at(batch).bytes).toBe(of(batch))
  })

  it('are counted beyond the end of the line', () => {
    const line = new BatchLine((batch) => ({ bytes: batch <= 65_536 ? batch : 1 }))
    expect([4, 5, 6, 100_000].map((batch) => line.at(batch).bytes)).toEqual([4, 5, 6, 1])
  })

  it.each(['bert-base-uncased', 'resnet-50', 't5-small', 'gpt2', 'mixtral-8x7b', 'qwen3-30b-a3b'])('of %s are those of its graph', (modelName) => {
    const architecture = readConfig(modelNamed(modelName)!.config!)
    const { costs, unit } = resolveModel({ modelName })
    const phase = unit === 'token' ? 'prefill' : 'forward'
    for (const batchSize of [2, 7, 1, 5, 33, 500]) {
      const { macs, peakActivationBytes, memoryTrafficBytes } = modelCost(architecture, { batch: batchSize, sequence: 48, imageSize: 224, precision: 'fp16', phase }, { fused: true })
      expect(costs({ batchSize, sequenceLength: 48, imageSize: 224, precision: 'fp16', phase })).toMatchObject({ macs, peakActivationBytes, memoryTrafficBytes })
    }
  })
})
