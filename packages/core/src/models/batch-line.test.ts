import { describe, expect, it } from 'vitest'
import { modelCost } from '../graph/index.ts'
import { BatchLine } from './batch-line.ts'
import { modelNamed } from './catalogue.ts'
import { readConfig } from './config-reader.ts'
import { resolveModel } from './resolve.ts'

describe('costs by batch', () => {
  it('are counted three times and once far away, then read off the line', () => {
    const asked: number[] = []
    const line = new BatchLine((batch) => {
      asked.push(batch)
      return { macs: 7 * batch, weights: 5 }
    })
    expect([1, 8, 3, 8, 12, 60_000, 5].map((batch) => line.at(batch).macs)).toEqual([7, 56, 21, 56, 84, 420_000, 35])
    expect(asked).toEqual([1, 8, 3, 65_536])
  })

  it.each([
    ['a kink', (batch: number) => Math.max(10, batch)],
    ['a curve', (batch: number) => batch * batch],
    ['experts met', (batch: number) => Math.min(8, 2 * batch)],
  ])('with %s are counted each time', (_, of) => {
    const line = new BatchLine((batch) => ({ bytes: of(batch) }))
    for (const batch of [1, 2, 3, 4, 5, 11, 900]) expect(line.at(batch).bytes).toBe(of(batch))
  })

  it('are counted below the smallest batch of the line and beyond its end', () => {
    const line = new BatchLine((batch) => ({ bytes: batch < 4 ? 1 : batch }))
    for (const batch of [4, 5, 6, 7, 1, 100_000]) expect(line.at(batch).bytes).toBe(batch < 4 ? 1 : batch)
  })

  it.each(['bert-base-uncased', 'resnet-50', 't5-small', 'gpt2', 'mixtral-8x7b'])('of %s are those of its graph', (modelName) => {
    const architecture = readConfig(modelNamed(modelName)!.config!)
    const { costs, unit } = resolveModel({ modelName })
    const phase = unit === 'token' ? 'prefill' : 'forward'
    for (const batchSize of [2, 7, 1, 5, 33, 500]) {
      const { macs, peakActivationBytes, memoryTrafficBytes } = modelCost(architecture, { batch: batchSize, sequence: 48, imageSize: 224, precision: 'fp16', phase }, { fused: true })
      expect(costs({ batchSize, sequenceLength: 48, imageSize: 224, precision: 'fp16', phase })).toMatchObject({ macs, peakActivationBytes, memoryTrafficBytes })
    }
  })
})
