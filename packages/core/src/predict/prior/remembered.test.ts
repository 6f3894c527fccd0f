import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { createRandom } from '../../stats/index.ts'
import { estimatorOf } from '../estimator.ts'
import { factsOf } from '../facts/facts.ts'
import { type Reference, residualOf } from '../surface/atlas.ts'
import type { ThroughputEstimate, Workload } from '../workload.ts'
import { workload } from './testing.ts'
import { trainPrior } from './train-prior.ts'

const [first, second, third, unmeasured] = ['NVIDIA GeForce RTX 3090', 'NVIDIA GeForce RTX 4090', 'NVIDIA A100 80GB SXM', 'NVIDIA GeForce RTX 3080'].map(
  (name) => findDevice(name).device as HardwareSpec,
)
const MEASURED = [first!, second!, third!]

const references = MEASURED.flatMap((device) =>
  Array.from({ length: 10 }, (_, size): Reference => {
    const facts = factsOf(workload(device, size))
    return { facts, residual: residualOf(facts, 1e12 / facts.macs) }
  }),
)
const prior = trainPrior('test', references, ['known-device', 'known-model', 'all-new'])

/** Workloads that repeat models, devices and words, at ever new sizes. */
function randomWorkloads(count: number): Workload[] {
  const { next } = createRandom(11)
  const below = (limit: number) => Math.floor(limit * next())
  return Array.from({ length: count }, () => {
    const more: Partial<Workload> = { batchSize: 1 + below(100), inputSize: 64 + 32 * below(6), precision: ['fp16', 'fp32'][below(2)]!, framework: ['pytorch-2.4', 'tensorrt-10'][below(2)]! }
    return workload([...MEASURED, unmeasured!][below(4)]!, below(14), more)
  })
}

const asked = randomWorkloads(80)
const logs = ({ throughput, lower, upper }: ThroughputEstimate) => [throughput, lower, upper].map(Math.log)
const farthest = (a: readonly ThroughputEstimate[], b: readonly ThroughputEstimate[]) => Math.max(...a.flatMap((one, i) => logs(one).map((log, k) => Math.abs(log - logs(b[i]!)[k]!))))

describe('what an estimator remembers', () => {
  const estimator = estimatorOf(prior)
  const together = estimator.estimate(asked)
  it('does not change an answer: asked again, alone, or of an estimator that never was asked', () => {
    expect(farthest(estimator.estimate(asked), together)).toBeLessThan(1e-9)
    expect(
      farthest(
        asked.map((one) => estimator.estimate([one])[0]!),
        together,
      ),
    ).toBeLessThan(1e-9)
    expect(
      farthest(
        asked.slice(0, 20).map((one) => estimatorOf(prior).estimate([one])[0]!),
        together.slice(0, 20),
      ),
    ).toBeLessThan(1e-9)
  })

  it('does not change an answer of a calibrated one', () => {
    const measurements = asked.slice(0, 70).map((one, i) => ({ workload: one, throughput: together[i]!.throughput * (0.8 + (i % 5) / 10) }))
    const [often, once] = [estimator.calibrate(measurements), estimatorOf(prior).calibrate(measurements)]
    const sizes = asked.map((one) => ({ ...one, batchSize: (one.batchSize ?? 1) + 100 }))
    const all = once.estimate(sizes)
    often.estimate(asked)
    expect(
      farthest(
        sizes.map((one) => often.estimate([one])[0]!),
        all,
      ),
    ).toBeLessThan(1e-9)
  })
})
