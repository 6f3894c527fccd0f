import { describe, expect, it } from 'vitest'
import { deviceNamed } from '../../hardware/index.ts'
import { resolveModel } from '../../models/index.ts'
import type { PredictionRequest } from '../prediction.ts'
import { below, physicalLimit } from './physical-limit.ts'

const h100 = deviceNamed('H100', 'cuda').device
function limitOf(changes: Partial<PredictionRequest>, device = h100): number {
  const request: PredictionRequest = { modelName: 'meta-llama/Llama-3.1-8B', platform: 'cuda', batchSize: 1, sequenceLength: 512, mode: 'inference', precision: 'fp16', phase: 'decode', ...changes }
  const model = resolveModel(request)
  return physicalLimit(request, device, model.costs(request), model.unit === 'token')
}

describe('a physical limit', () => {
  it('is the reading of the weights where a token at a time is written', () => {
    const weightBytes = 8.03e9 * 2
    expect(limitOf({}) / (h100.memoryBytesPerSecond / weightBytes)).toBeCloseTo(1, 2)
    expect(limitOf({ batchSize: 8 }) / limitOf({})).toBeCloseTo(8, 2)
  })
  it('is of the experts that a token meets', () => {
    const [active, all] = [12.9e9, 46.7e9]
    expect(limitOf({ modelName: 'mixtral-8x7b' }) / (h100.memoryBytesPerSecond / (active * 2))).toBeCloseTo(1, 1)
    expect(limitOf({ modelName: 'mixtral-8x7b', batchSize: 64 }) / ((64 * h100.memoryBytesPerSecond) / (all * 2))).toBeCloseTo(1, 1)
  })
  it('is arithmetic where many tokens are read, three times that in training, attention included', () => {
    const long = limitOf({ phase: 'prefill', sequenceLength: 8192 })
    const withoutAttention = h100.operationsPerSecond.fp16! / (2 * 8192 * 8.03e9)
    expect(long / withoutAttention).toBeGreaterThan(0.7)
    expect(long / withoutAttention).toBeLessThan(1)
    // A training step also makes the logits of every token, not of the last alone.
    expect(limitOf({ mode: 'training', sequenceLength: 8192 }) / long).toBeCloseTo(1 / 3, 1)
  })
  it('allows for fast convolutions, for TF32, and for devices whose figures were worked out', () => {
    const limit = limitOf({ modelName: 'resnet50', batchSize: 64 })
    expect(limit / (h100.operationsPerSecond.fp16! / (2 * 4.1e9))).toBeCloseTo(4, 1)
    expect(limitOf({ modelName: 'resnet50', batchSize: 64, precision: 'fp32' })).toBeCloseTo(limit, 6)
    expect(limitOf({ modelName: 'resnet50', batchSize: 64 }, { ...h100, quality: 'estimate' })).toBeCloseTo(2 * limit, 6)
  })
  it('does not count the reading of weights that may stay in the cache', () => {
    expect(limitOf({}, { ...h100, cacheBytes: 16e9 })).toBeGreaterThan(100 * limitOf({}))
  })
})

describe('an estimate below a limit', () => {
  const quantity = { value: 100, lower: 50, upper: 200 }
  it('is itself where the limit is far', () => {
    expect(below(1e6, quantity, 0.9)).toBe(quantity)
  })
  it.each([30, 90, 100, 110, 150, 250, 400])('keeps its order, and stays below %d', (limit) => {
    const { value, lower, upper } = below(limit, quantity, 0.9)
    expect([lower, value, upper, limit]).toEqual([lower, value, upper, limit].toSorted((a, b) => a - b))
    expect(lower).toBeGreaterThan(0)
  })
  it('is the half of a log-normal where the limit is its middle', () => {
    const { value, lower } = below(100, quantity, 0.9)
    // Standard normal quantiles of 0.4 and 0.025; the standard deviation is ln 2 over that of 0.95.
    const at = (z: number) => 100 * Math.exp((z * Math.LN2) / 1.644_853_626_951_472_2)
    expect([value, lower]).toEqual([expect.closeTo(at(-0.253_347_103_135_799_8), 9), expect.closeTo(at(-1.959_963_984_540_054), 9)])
  })
  it('keeps its value where the truth is as likely above it', () => {
    expect(below(180, quantity, 0.9).value).toBe(100)
  })
  it('is less sure the farther it was above the limit', () => {
    const width = (limit: number) => {
      const { lower, upper } = below(limit, quantity, 0.9)
      return upper / lower
    }
    expect(width(20)).toBeGreaterThan(width(40))
    expect(width(40)).toBeGreaterThan(width(80))
  })
  it('does not jump where it meets the limit', () => {
    expect(below(100 * (1 + 1e-9), quantity, 0.9).value / below(100 * (1 - 1e-9), quantity, 0.9).value).toBeCloseTo(1, 6)
  })
})
