import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { factsOf } from '../facts/facts.ts'
import type { Workload } from '../workload.ts'
import { numberFormat, peakOperations } from './number-format.ts'
import { roofline } from './roofline.ts'

const device: HardwareSpec = { ...(findDevice('NVIDIA A100 80GB SXM').device as HardwareSpec), operationsPerSecond: { fp32: 1e13, fp16: 1e14 }, memoryBytesPerSecond: 1e12 }
const workload: Workload = {
  platform: 'cuda',
  device,
  mode: 'inference',
  phase: 'forward',
  unit: 'sample',
  modelName: 'toy',
  precision: 'fp16',
  batchSize: 10,
  macs: 5e11,
  parameters: 1e8,
  activations: 1e8,
  layers: 100,
}

describe('the roofline', () => {
  it('is arithmetic at the peak, traffic at the bandwidth and a kernel start a layer', () => {
    const { computeSeconds, memorySeconds, overheadSeconds, itemsPerSecond } = roofline(factsOf(workload))
    expect(computeSeconds).toBeCloseTo(1e12 / 1e14, 12)
    expect(memorySeconds).toBeCloseTo((2e8 / 10 + 2 * 1e8 * 2) / 1e12, 12)
    expect(overheadSeconds).toBeCloseTo((100 * 4e-6) / 10, 12)
    expect(itemsPerSecond).toBeCloseTo(1 / (0.01 + 4e-5), 6)
  })

  it('counts a training step as three forward passes', () => {
    const [forward, step] = [workload, { ...workload, mode: 'training' as const }].map((item) => roofline(factsOf(item)))
    expect(step!.computeSeconds / forward!.computeSeconds).toBeCloseTo(3, 12)
  })

  it('is shared by several devices, but for llama.cpp, where one works at a time', () => {
    const [one, four, passedOn] = [workload, { ...workload, devices: 4 }, { ...workload, devices: 4, framework: 'llama.cpp-b3000' }].map((item) => roofline(factsOf(item)))
    expect(four!.computeSeconds / one!.computeSeconds).toBeCloseTo(1 / 4, 12)
    expect(passedOn).toEqual(one)
  })

  it('starts the kernels of a language model that its graph has, where it writes text', () => {
    const { layers: _, ...unsaid } = workload
    const named: Workload = { ...unsaid, unit: 'token', phase: 'decode', modelName: 'Llama-3.1-8B' }
    expect(factsOf(named).knownLayers).toBe(9 * 32 + 1)
    expect(factsOf({ ...named, mode: 'training', phase: 'train_step' }).knownLayers).toBeUndefined()
  })

  it('reads only the active experts for one token, and all of them for many', () => {
    const experts: Workload = { ...workload, unit: 'token', phase: 'decode', parameters: 1e10, macs: 1e9, activations: 1, batchSize: 1 }
    const traffic = (batchSize: number) => roofline(factsOf({ ...experts, batchSize })).memorySeconds * batchSize
    expect(traffic(1)).toBeCloseTo((0.1 * 2e10) / 1e12, 6)
    expect(traffic(100)).toBeCloseTo(2e10 / 1e12, 6)
  })

  it('reads the keys and values of the context for every token that is written', () => {
    const step: Workload = { ...workload, unit: 'token', phase: 'decode', modelName: 'Llama-3.1-8B', activations: 1, batchSize: 1 }
    const traffic = (more: Partial<Workload>) => roofline(factsOf({ ...step, ...more })).memorySeconds * 1e12
    const perToken = 32 * 2 * 8 * 128 * 2
    expect(traffic({ inputSize: 1000, outputLength: 200 }) - traffic({})).toBeCloseTo(1100 * perToken, -3)
    expect(traffic({ inputSize: 1000, phase: 'prefill' })).toBeLessThan(traffic({}))
    expect(traffic({ inputSize: 1000, modelName: 'a name of ours', macs: 8e9 }) - traffic({ modelName: 'a name of ours', macs: 8e9 })).toBeCloseTo(1000 * 9e4, -3)
  })
})

describe('number formats', () => {
  it('fall back to the next unit the device has', () => {
    expect(peakOperations(device, numberFormat('int8'))).toBe(1e14)
    expect(peakOperations(device, numberFormat('fp32'))).toBe(1e13)
  })

  it('take half precision for a name nobody knows', () => {
    expect(numberFormat('strange')).toEqual(numberFormat('fp16'))
  })
})
