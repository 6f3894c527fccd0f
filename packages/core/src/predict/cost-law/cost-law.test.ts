import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { factsOf } from '../facts/facts.ts'
import { workload } from '../prior/testing.ts'
import { roofline } from '../roofline/roofline.ts'
import { type Reference, residualOf } from '../surface/atlas.ts'
import { residualByLaw } from './cost-law.ts'
import { fitCostLaws } from './fit-cost-laws.ts'
import { KINDS_OF_WORK, secondsByKind } from './kinds-of-work.ts'

const deviceOf = (name: string) => findDevice(name).device as HardwareSpec
const DEVICES = ['NVIDIA GeForce RTX 3090', 'NVIDIA A100 80GB SXM', 'NVIDIA L40S'].map(deviceOf)
/** Multiply-accumulates, in thousand millions, and parameters, in millions. */
const NETWORKS: Readonly<Record<string, readonly [number, number]>> = {
  resnet50: [4.1, 25.6],
  resnet18: [1.8, 11.7],
  vgg16: [15.5, 138],
  mobilenetv2_100: [0.3, 3.5],
  efficientnet_b0: [0.4, 5.3],
  densenet121: [2.9, 8],
  vit_base_patch16_224: [17.6, 86.6],
  deit_tiny_patch16_224: [1.3, 5.7],
  convnext_tiny: [4.5, 28.6],
  resnext50_32x4d: [4.3, 25],
}
const nameOf = (kind: number) => KINDS_OF_WORK[kind]!.name

const factsFor = (device: HardwareSpec, name: string, source = 'set') => {
  const [macs, parameters] = NETWORKS[name]!
  return factsOf(workload(device, 0, { modelName: name, architectureKey: name, macs: macs * 1e9, parameters: parameters * 1e6, source }))
}

/** A data set in which kinds of work are so many times slower than usual. */
function measured(slower: readonly number[], networks = Object.keys(NETWORKS), slowerDevice = 1): Reference[] {
  return DEVICES.flatMap((device, place) =>
    networks.map((name): Reference => {
      const facts = factsFor(device, name)
      const seconds = secondsByKind(facts).reduce((sum, own, kind) => sum + own * Math.exp(KINDS_OF_WORK[kind]!.usual) * slower[kind]!, 0)
      return { facts, residual: residualOf(facts, 1 / (seconds * (place === 1 ? slowerDevice : 1))) }
    }),
  )
}

const asUsual = KINDS_OF_WORK.map(() => 1)

describe('time by kinds of work', () => {
  it('is arithmetic at the peak, traffic at the bandwidth and starts of kernels, of the resnet50 of its paper by hand', () => {
    const facts = factsFor(DEVICES[1]!, 'resnet50')
    const seconds = secondsByKind(facts)
    const named = (name: string) => seconds[KINDS_OF_WORK.findIndex((kind) => kind.name === name)]!
    const arithmetic = named('convolutions of several pixels') + named('matrix products')
    expect(arithmetic).toBeCloseTo((2 * 4.1e9) / DEVICES[1]!.operationsPerSecond.fp16!, 12)
    expect(named('depthwise convolutions') + named('grouped convolutions') + named('products of attention')).toBe(0)
    expect(named('starting kernels')).toBeCloseTo((174 * 4e-6) / 64, 15)
    expect(named('weights')).toBeCloseTo((2 * 25.6e6) / 64 / DEVICES[1]!.memoryBytesPerSecond, 15)
    // 11.1 million outputs of convolutions and of the last product at 4.1 thousand million multiply-accumulates, each written and read.
    expect(named('outputs of products') / ((2 * 2 * 11.1e6) / DEVICES[1]!.memoryBytesPerSecond)).toBeCloseTo(1, 1)
  })
})

describe('a law of costs', () => {
  it('foretells an architecture it has not seen, where kinds of work are slower than usual, on each device by its own factor', () => {
    const slower = asUsual.map((_, kind) => (nameOf(kind) === 'depthwise convolutions' ? 4 : nameOf(kind) === 'everything that multiplies nothing' ? 2.5 : 1))
    const references = measured(slower, Object.keys(NETWORKS), 3)
    const { without } = fitCostLaws(references)
    const errors = references.map(({ residual }, row) => Math.abs(without[row]! - residual)).sort((a, b) => a - b)
    expect(errors[errors.length >> 1]).toBeLessThan(0.1)
    const usual = fitCostLaws(measured(asUsual)).laws
    const withUsual = references.map(({ facts, residual }) => Math.abs(residualByLaw(usual, facts)! - residual)).sort((a, b) => a - b)
    expect(withUsual[errors.length >> 1]).toBeGreaterThan(3 * errors[errors.length >> 1]!)
  })

  it('keeps the usual factor for work that nobody measured', () => {
    const law = fitCostLaws(measured(asUsual, ['resnet50', 'resnet18', 'vgg16'], 2)).laws['set|cuda']!
    for (const name of ['depthwise convolutions', 'grouped convolutions', 'products of attention']) expect(law.byKind[KINDS_OF_WORK.findIndex((kind) => kind.name === name)]).toBe(0)
  })

  it('is as much faster as all measurements are', () => {
    const references = measured(asUsual.map((_, kind) => 1 + kind / 4))
    const before = fitCostLaws(references).laws
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (log) => {
        const after = fitCostLaws(references.map(({ facts, residual }) => ({ facts, residual: residual + log }))).laws
        for (const { facts } of references) expect(residualByLaw(after, facts)! - residualByLaw(before, facts)!).toBeCloseTo(log, 6)
      }),
      { numRuns: 5 },
    )
  })

  it('is little moved by a measurement that is off by ten times', () => {
    const references = measured(asUsual)
    const spoilt = references.map((reference, row) => (row === 4 ? { ...reference, residual: reference.residual + Math.log(10) } : reference))
    const { laws } = fitCostLaws(spoilt)
    for (const [row, { facts, residual }] of references.entries()) if (row !== 4) expect(Math.abs(residualByLaw(laws, facts)! - residual)).toBeLessThan(0.1)
  })

  it('says nothing of tokens, of models whose cost is unknown, and of other data sets', () => {
    const { laws } = fitCostLaws(measured(asUsual))
    const { workload: known } = factsFor(DEVICES[0]!, 'resnet50')
    const { macs: _, ...withoutCost } = known
    expect(residualByLaw(laws, factsOf({ ...known, unit: 'token' }))).toBeUndefined()
    expect(residualByLaw(laws, factsOf(withoutCost))).toBeUndefined()
    expect(residualByLaw(laws, factsOf({ ...known, source: 'another' }))).toBeUndefined()
    expect(residualByLaw(laws, factsOf(known))).toBeTypeOf('number')
  })

  it('knows a device that was not measured, and one architecture, only as usual', () => {
    const { laws, without } = fitCostLaws(measured(asUsual, ['resnet50']))
    expect(without.every((own) => own === undefined)).toBe(true)
    const facts = factsFor(deviceOf('NVIDIA H100 80GB SXM'), 'resnet18')
    const seconds = secondsByKind(facts).reduce((sum, own, kind) => sum + own * Math.exp(KINDS_OF_WORK[kind]!.usual), 0)
    expect(residualByLaw(laws, facts)!).toBeCloseTo(-Math.log(seconds * roofline(facts).itemsPerSecond), 1)
  })
})
