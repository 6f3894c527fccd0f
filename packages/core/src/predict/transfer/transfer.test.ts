import { describe, expect, it } from 'vitest'
import type { HardwareSpec } from '../../hardware/hardware.ts'
import { factsOf } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import { type Reference, residualOf } from '../surface/atlas.ts'
import type { Workload } from '../workload.ts'
import { ReferenceIndex } from './references.ts'
import { transferGuess } from './transfer-guess.ts'

const gpu = (id: string, teraflops: number, gigabytes: number): HardwareSpec => ({
  id,
  name: id,
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2022,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: teraflops * 1e12, fp16: teraflops * 2e12 },
  memoryBytesPerSecond: gigabytes * 1e9,
  memoryBytes: 24e9,
  launchOverhead: 'native',
  quality: 'vendor',
  source: 'made up',
})

const [small, middle, large] = [gpu('small', 10, 500), gpu('middle', 20, 600), gpu('large', 40, 1500)]

const workload = (device: HardwareSpec, more: Partial<Workload> = {}): Workload => ({
  platform: 'cuda',
  device,
  framework: 'pytorch-2.4',
  precision: 'fp16',
  mode: 'inference',
  phase: 'forward',
  unit: 'sample',
  batchSize: 64,
  inputSize: 224,
  modelName: 'resnet50',
  architectureKey: 'resnet50',
  parameters: 25.6e6,
  macs: 4.1e9,
  activations: 11e6,
  ...more,
})

/** A measurement of a world where time is 2 / FP32 + 3 / bandwidth, in units of 10^13 and 10^12. */
function measured(device: HardwareSpec, more: Partial<Workload> = {}): Reference {
  const facts = factsOf(workload(device, more))
  return { facts, residual: residualOf(facts, throughputOn(device)) }
}

const throughputOn = ({ operationsPerSecond, memoryBytesPerSecond }: HardwareSpec) => 1000 / ((2 * 1e13) / operationsPerSecond.fp32! + (3 * 1e12) / memoryBytesPerSecond)
const throughputOf = (facts: ReturnType<typeof factsOf>, residual: number) => Math.exp(residual) * roofline(facts).itemsPerSecond

describe('the reference index', () => {
  const other = measured(middle, { modelName: 'vgg16', architectureKey: 'vgg16' })
  const training = measured(middle, { mode: 'training', phase: 'train_step' })
  const index = new ReferenceIndex([measured(small), measured(middle), measured(large), training, other])
  it('finds the nearest run of the architecture on each other device', () => {
    const found = index.nearest(factsOf(workload(large)), 8)
    expect(found.map(({ reference }) => reference.facts.workload.device.id)).toEqual(['middle', 'small'])
    expect(found[0]!.reference.facts.workload.mode).toBe('inference')
    expect(found[0]!.distance).toBeLessThan(found[1]!.distance)
  })
  it('finds as many as are asked for, and nothing for a model nobody measured', () => {
    expect(index.nearest(factsOf(workload(large)), 1)).toHaveLength(1)
    expect(index.nearest(factsOf(workload(large, { modelName: 'new', architectureKey: 'new' })), 8)).toEqual([])
  })
})

describe('a transfer guess', () => {
  const here = factsOf(workload(large))
  const guessFrom = (references: readonly Reference[], count = 8) => transferGuess(here, new ReferenceIndex(references).nearest(here, count))
  it('comes close to the truth of a world that is arithmetic and traffic, from two devices', () => {
    const guess = guessFrom([measured(small), measured(middle)])!
    expect(throughputOf(here, guess.residual) / throughputOn(large)).toBeCloseTo(1, 1)
    expect([guess.count, guess.spread < 0.1]).toEqual([2, true])
  })
  it('copies the number of a device with the same limits', () => {
    const twin = { ...large, id: 'twin' }
    expect(throughputOf(here, guessFrom([measured(twin)])!.residual)).toBeCloseTo(throughputOn(large), 6)
  })
  it('lies between the ratios of arithmetic and of traffic for one device', () => {
    const ratio = throughputOf(here, guessFrom([measured(small)])!.residual) / throughputOn(small)
    expect(ratio).toBeGreaterThan(3)
    expect(ratio).toBeLessThan(4)
  })
  it('shortens what a language model computes and reads on a faster device, and not the starting of its kernels', () => {
    const token = { unit: 'token', phase: 'decode', batchSize: 1, layers: 200, activations: 1e5 } as const
    const [starts, works] = [1e6, 1e10].map((macs) => {
      const [there, here] = [small, large].map((device) => factsOf(workload(device, { ...token, macs, parameters: macs }))) as [ReturnType<typeof factsOf>, ReturnType<typeof factsOf>]
      return throughputOf(here, transferGuess(here, [{ reference: { facts: there, residual: 0 }, distance: 0 }])!.residual) / throughputOf(there, 0)
    }) as [number, number]
    expect(starts).toBeCloseTo(1, 1)
    expect(works).toBeGreaterThan(3)
  })
  it('is silent where nobody measured the model', () => {
    expect(guessFrom([])).toBeUndefined()
  })
})
