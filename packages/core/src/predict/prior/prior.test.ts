import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { fitCostLaws } from '../cost-law/fit-cost-laws.ts'
import { estimatorOf, loadEstimator } from '../estimator.ts'
import { factsOf } from '../facts/facts.ts'
import { evidenceFor } from '../residual/evidence.ts'
import { guessName } from '../residual/tiers.ts'
import { type Reference, residualOf } from '../surface/atlas.ts'
import type { Workload } from '../workload.ts'
import { beliefByGroup, beliefIn } from './belief.ts'
import { LEVELS } from './intervals.ts'
import { PriorModel } from './prior-estimator.ts'
import { writePrior } from './prior-file.ts'
import { workload } from './testing.ts'
import { errorGroupsOf, trainPrior } from './train-prior.ts'

const deviceOf = (name: string) => findDevice(name).device as HardwareSpec
const DEVICES = ['NVIDIA GeForce RTX 3090', 'NVIDIA GeForce RTX 4090', 'NVIDIA A100 80GB SXM'].map(deviceOf)

/** A world where time is arithmetic at a fifth of the FP32 peak. */
const truth = ({ device, macs = 1 }: Workload) => (0.2 * (device.operationsPerSecond.fp32 ?? 1)) / (2 * macs)
const known = DEVICES.flatMap((device) => Array.from({ length: 12 }, (_, size) => workload(device, size)))
const references = known.map((item): Reference => {
  const facts = factsOf(item)
  return { facts, residual: residualOf(facts, truth(item)) }
})
const prior = trainPrior('test', references, ['known-device', 'known-model'])
const estimator = estimatorOf(prior)

describe('a prior', () => {
  it('foretells a new model on a known device', () => {
    const asked = { ...workload(DEVICES[0]!, 6.5), modelName: 'net6x', architectureKey: 'net6x' }
    expect(Math.abs(estimator.estimate([asked])[0]!.throughput / truth(asked) - 1)).toBeLessThan(0.15)
  })

  it('foretells a known model on a new device of the same kind', () => {
    const asked = workload(deviceOf('NVIDIA GeForce RTX 3080'), 5)
    expect(Math.abs(estimator.estimate([asked])[0]!.throughput / truth(asked) - 1)).toBeLessThan(0.4)
  })

  it('asks the surer of the own device and others where these alone have measured the model', () => {
    const hardlyKnown = deviceOf('NVIDIA L40S')
    const strangers = [0, 1].map((size): Reference => {
      const facts = factsOf(workload(hardlyKnown, size, { modelName: `stranger${size}`, architectureKey: `stranger${size}`, modelFamily: 'stranger' }))
      return { facts, residual: residualOf(facts, truth(facts.workload)) }
    })
    const trained = trainPrior('test', [...references, ...strangers], ['known-device', 'known-model'])
    const withErrors = (tier: 'known-device' | 'known-model', error: number) => {
      const model = trained.tiers[tier]!
      return { ...model, errors: { ...model.errors, quantiles: Object.fromEntries(['', 'alone '].map((group) => [group, LEVELS.map(() => error)])) } }
    }
    const whenUsuallyOffBy = (error: number) => new PriorModel({ ...trained, tiers: { 'known-device': withErrors('known-device', error), 'known-model': withErrors('known-model', 1) } })
    const asked = [workload(hardlyKnown, 5), workload(hardlyKnown, 5, { modelName: 'new', architectureKey: 'new' }), workload(DEVICES[0]!, 5)]
    const tiersOf = (model: PriorModel) => model.estimate(asked, 0.9).map(({ tier }) => tier)
    expect(tiersOf(whenUsuallyOffBy(1e-6))).toEqual(['known-device', 'known-device', 'known-device'])
    expect(tiersOf(whenUsuallyOffBy(1e6))).toEqual(['known-model', 'known-device', 'known-device'])
    expect(
      whenUsuallyOffBy(1e6)
        .explain(asked[0]!)
        .effects.some(({ feature }) => feature === guessName('known-model')),
    ).toBe(true)
  })

  it('does not take a model for known that was measured in another phase on another platform alone', () => {
    const tierOf = (more: Partial<Workload>) => new PriorModel(trainPrior('test', references, ['known-model', 'all-new'])).estimate([workload(deviceOf('Apple M2 (8c GPU)'), 5, more)], 0.9)[0]!.tier
    expect(tierOf({})).toBe('known-model')
    expect(tierOf({ platform: 'mps', phase: 'decode', unit: 'token' })).toBe('all-new')
  })

  it('answers alike from its file, which is the same bytes every time', () => {
    const bytes = writePrior(prior, { data: [] })
    const asked = [workload(DEVICES[1]!, 3), workload(deviceOf('NVIDIA L40S'), 3)]
    const [fresh, loaded] = [estimator.estimate(asked), loadEstimator(bytes).estimate(asked)]
    loaded.forEach(({ throughput }, index) => {
      expect(throughput / fresh[index]!.throughput).toBeCloseTo(1, 3)
    })
    expect(writePrior(prior, { data: [] })).toEqual(bytes)
  })

  it('knows architecture and costs of a measured model by its name', () => {
    const { architectureKey: _key, modelFamily: _family, macs: _macs, parameters: _parameters, ...bare } = workload(DEVICES[2]!, 4)
    expect(estimator.estimate([bare])[0]!.throughput / estimator.estimate([workload(DEVICES[2]!, 4)])[0]!.throughput).toBeCloseTo(1, 6)
  })

  it('hears a law of costs of a new model, not of one that the device has measured', () => {
    const measurements = { ...new PriorModel(prior).measurements, laws: fitCostLaws(references).laws }
    const lawOf = (item: Workload) => evidenceFor(measurements, factsOf(item))[0]!.law
    expect(lawOf({ ...workload(DEVICES[0]!, 6.5), modelName: 'net6x', architectureKey: 'net6x' })).toBeTypeOf('number')
    expect(lawOf(workload(DEVICES[0]!, 6))).toBeUndefined()
    expect(lawOf({ ...workload(DEVICES[0]!, 6), batchSize: 8, precision: 'fp32' })).toBeUndefined()
  })

  it('judges models without relatives on a known device apart, so that few of them do not hide among the others', () => {
    const [alone, related] = [true, false].map((isAlone) => errorGroupsOf('known-device', references[0]!.facts, { isAlone }))
    expect(alone).toEqual(['alone test|cuda|forward', 'alone test|cuda', 'alone cuda|forward', 'alone cuda', 'alone '])
    expect(related).toEqual(['test|cuda|forward', 'test|cuda', 'cuda|forward', 'cuda', ''])
  })

  it('is never less sure than the farthest off of all predictions that were tested', () => {
    const { lower, upper } = estimator.estimate([{ ...workload(DEVICES[0]!, 5), modelName: 'strange', architectureKey: 'strange', modelFamily: 'stranger' }], 0.99)[0]!
    expect(upper / lower).toBeLessThanOrEqual(250 ** 2 * 1.0001)
  })

  it('gives wider intervals for higher levels', () => {
    const widths = [0.5, 0.8, 0.9, 0.99].map((level) => {
      const { lower, upper } = estimator.estimate([workload(DEVICES[0]!, 7)], level)[0]!
      return upper / lower
    })
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  })
})

describe('belief in a learner', () => {
  const jury = { voices: ['a', 'b', 'c', 'd'], fewestVoices: 2, most: 1, least: 0 }
  const groups = [
    ['x', ''],
    ['x', ''],
    ['y', ''],
    ['y', ''],
  ]

  it('is full where its corrections are right and none where they are wrong', () => {
    const belief = beliefByGroup(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1, -1, -1), groups, jury)
    expect([beliefIn(belief, ['x', '']), beliefIn(belief, ['y', ''])]).toEqual([1, 0])
  })

  it('falls back to a wider group when a group has too few voices', () => {
    const belief = beliefByGroup(
      Float64Array.of(1, 1),
      Float64Array.of(1, 1),
      [
        ['x', ''],
        ['z', ''],
      ],
      { ...jury, voices: ['a', 'b'] },
    )
    expect('x' in belief).toBe(false)
    expect(beliefIn(belief, ['x', ''])).toBe(1)
  })
})
