import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../hardware/index.ts'
import { attributionTo } from './attribution.ts'
import { estimatorOf } from './estimator.ts'
import { factsOf } from './facts/facts.ts'
import { workload } from './prior/testing.ts'
import { trainPrior } from './prior/train-prior.ts'
import { residualOf } from './surface/atlas.ts'
import type { ThroughputEstimator, Workload } from './workload.ts'

const [first, second, unmeasured] = ['NVIDIA GeForce RTX 3090', 'NVIDIA A100 80GB SXM', 'NVIDIA GeForce RTX 3080'].map((name) => findDevice(name).device as HardwareSpec)
const references = [first!, second!].flatMap((device) =>
  Array.from({ length: 10 }, (_, size) => {
    const facts = factsOf(workload(device, size))
    return { facts, residual: residualOf(facts, 1e12 / facts.macs) }
  }),
)
const prior = estimatorOf(trainPrior('test', references, ['known-device', 'known-model', 'all-new']))
const own = prior.calibrate([{ workload: workload(first!, 3, { batchSize: 8 }), throughput: 700 }])

const ASKED = [workload(first!, 12, { batchSize: 16 }), workload(first!, 3, { batchSize: 16 }), workload(unmeasured!, 4), workload(unmeasured!, 12, { precision: 'fp32' })]

function sumOf(estimator: ThroughputEstimator, asked: Workload): number {
  const { base, effects } = estimator.explain!(asked)
  return base * Math.exp(effects.reduce((sum, { log }) => sum + log, 0))
}

describe('an attribution', () => {
  it.each([
    ['the prior', prior],
    ['a calibrated estimator', own],
  ])('of %s adds up to the estimate, whatever was measured of the workload', (_, estimator) => {
    for (const asked of ASKED) expect(sumOf(estimator, asked) / estimator.estimate([asked])[0]!.throughput).toBeCloseTo(1, 9)
  })

  it('names what own measurements did', () => {
    const effect = own.explain!(ASKED[1]!).effects.find(({ feature }) => feature === 'own_measurements')
    expect(effect?.log).toBeCloseTo(Math.log(own.estimate([ASKED[1]!])[0]!.throughput / prior.estimate([ASKED[1]!])[0]!.throughput), 9)
  })

  it('puts effects of one feature together, and the rest under a name', () => {
    const effects = [
      { feature: 'batch_size', log: 0.1 },
      { feature: 'peak', log: -0.4 },
      { feature: 'batch_size', log: 0.1 },
      { feature: 'layers', log: 0 },
    ]
    const { base, effects: summed } = attributionTo(100, 'bounds', 100, effects)
    expect([base, summed.map(({ feature }) => feature)]).toEqual([100, ['peak', 'batch_size', 'bounds']])
    expect(summed.map(({ log }) => log)).toEqual([-0.4, 0.2, expect.closeTo(0.2, 12)])
  })
})
