import { describe, expect, it } from 'vitest'
import { HARDWARE } from '../../hardware/index.ts'
import type { MeasuredWorkload, Opinion, ThroughputEstimate, ThroughputEstimator, Workload } from '../workload.ts'
import { calibrated } from './calibrated-estimator.ts'

const [gpu, other] = HARDWARE.filter(({ platforms }) => platforms.includes('cuda')) as [Workload['device'], Workload['device']]
const resnet: Workload = {
  platform: 'cuda',
  device: gpu,
  framework: 'pytorch-2.4',
  precision: 'fp16',
  mode: 'inference',
  phase: 'forward',
  unit: 'sample',
  batchSize: 8,
  inputSize: 224,
  modelName: 'resnet50',
  architectureKey: 'resnet50',
  modelFamily: 'resnet',
  parameters: 25.6e6,
  macs: 4.1e9,
  activations: 11e6,
}
const wide: Workload = { ...resnet, modelName: 'resnet101', architectureKey: 'resnet101', parameters: 44.5e6, macs: 7.8e9, activations: 16e6 }
const bert: Workload = { ...resnet, modelName: 'bert_base', architectureKey: 'bert_base', modelFamily: 'bert', precision: 'int8', phase: 'train_step', mode: 'training', inputSize: 128, macs: 11e9 }

/** A prior that says 100 for everything, within a factor of 2. */
const prior: ThroughputEstimator = {
  version: 'made-up',
  estimate: (workloads, level = 0.9) => workloads.map((): ThroughputEstimate => ({ throughput: 100, lower: 50, upper: 200, level, provenance: 'learned' })),
  calibrate: (measurements) => calibrated(prior, measurements),
}
/** 100 within a factor. */
const within = (factor: number, level: number): ThroughputEstimate => ({ throughput: 100, lower: 100 / factor, upper: 100 * factor, level, provenance: 'learned' })
/** The prior, where the device was measured with other models. */
const onKnownDevice: ThroughputEstimator = { ...prior, estimate: (workloads, level = 0.9) => workloads.map(() => ({ ...within(2, level), isKnownDevice: true })) }
const shot = (workload: Workload, throughput: number): MeasuredWorkload => ({ workload, throughput })
const one = (estimator: ThroughputEstimator, workload: Workload, level?: number) => estimator.estimate([workload], level)[0]!
const width = ({ lower, upper }: ThroughputEstimate) => upper / lower

describe('a calibrated estimator', () => {
  const shotsOfHalf = [8, 32, 16].map((batchSize) => shot({ ...resnet, batchSize }, 50))
  const halved = calibrated(prior, shotsOfHalf)
  it('is the prior without measurements', () => {
    expect(calibrated(prior, [])).toBe(prior)
  })
  it('answers a repetition with the measurement, whatever its source', () => {
    const answer = one(halved, { ...resnet, source: 'api' })
    expect([answer.throughput, answer.provenance]).toEqual([expect.closeTo(50, 10), 'measured'])
    expect(width(answer)).toBeLessThan(1.1)
    expect(answer.lower).toBeLessThan(50)
  })
  it('answers with the median of several measurements of the same', () => {
    const several = calibrated(
      prior,
      [40, 90, 50].map((throughput) => shot(resnet, throughput)),
    )
    expect(one(several, resnet).throughput).toBe(50)
  })
  it('moves estimates near the measurements towards them, and is surer there', () => {
    const near = one(halved, { ...resnet, batchSize: 12 })
    expect(near.throughput).toBeGreaterThan(45)
    expect(near.throughput).toBeLessThan(60)
    expect([near.provenance, near.level]).toEqual(['calibrated', 0.9])
    expect(width(near)).toBeLessThan(width(one(prior, resnet)))
  })
  const again = { ...resnet, batchSize: 12 }
  const elsewhere = { ...resnet, device: other }
  it.each([
    ['new', 'device', prior, [again, wide, elsewhere, bert]],
    ['known', 'model', onKnownDevice, [again, elsewhere, wide, bert]],
  ])('on a %s device pulls less the less a workload has in common, the %s above all', (_, __, base, workloads) => {
    const pulled = workloads.map((workload) => one(calibrated(base, shotsOfHalf), workload).throughput)
    expect(pulled.toSorted((a, b) => a - b)).toEqual(pulled)
    expect(pulled.at(-2)).toBeLessThan(100)
  })
  it('says nothing of other platforms', () => {
    expect(one(halved, { ...resnet, platform: 'rocm' })).toEqual(one(prior, resnet))
  })
  it('pulls more with more measurements', () => {
    const after = (count: number) =>
      one(
        calibrated(
          prior,
          Array.from({ length: count }, (_, i) => shot({ ...resnet, batchSize: 2 ** i }, 50)),
        ),
        wide,
      ).throughput
    expect(after(4)).toBeLessThan(after(1))
    expect(after(1)).toBeLessThan(100)
  })
  it('moves an unsure estimate no further than the errors at sure ones were', () => {
    const unsure: ThroughputEstimator = { ...prior, estimate: (workloads, level = 0.9) => workloads.map((workload) => within(workload === wide ? 8 : 1.3, level)) }
    const alike: ThroughputEstimator = { ...prior, estimate: (workloads, level = 0.9) => workloads.map(() => within(1.3, level)) }
    const shots = [1, 2, 4, 8].map((batchSize) => shot({ ...resnet, batchSize }, 80))
    expect(one(calibrated(unsure, shots), wide).throughput).toBeCloseTo(one(calibrated(alike, shots), wide).throughput, 6)
    expect(width(one(calibrated(unsure, shots), wide))).toBeGreaterThan(8)
  })
  it('stays less sure of a model that nobody measured', () => {
    const newModel: ThroughputEstimator = {
      ...prior,
      estimate: (workloads, level = 0.9) => workloads.map((workload) => ({ ...within(2, level), isNewModel: workload === wide })),
    }
    const shots = [1, 2, 4, 8].map((batchSize) => shot({ ...resnet, batchSize }, 80))
    expect(width(one(calibrated(newModel, shots), wide))).toBeGreaterThan(1.2 * width(one(calibrated(prior, shots), wide)))
  })
  it('believes a source more where measurements show that it is right', () => {
    const half: Opinion = { kind: 'near-device', by: 'a', difference: Math.log(1 / 2) }
    const sourced = (shown: Opinion, asked: Opinion): ThroughputEstimator => ({
      ...prior,
      estimate: (workloads, level = 0.9) => workloads.map((workload) => ({ ...within(2, level), opinions: [workload === wide ? asked : shown] })),
    })
    const shots = [1, 2, 4].map((batchSize) => shot({ ...resnet, batchSize }, 50))
    const told = (shown: Opinion, asked: Opinion) => one(calibrated(sourced(shown, asked), shots), wide).throughput
    expect(told(half, half)).toBeLessThan(one(calibrated(prior, shots), wide).throughput)
    expect(told(half, { ...half, difference: Math.LN2 })).toBeGreaterThan(told(half, { ...half, by: 'b' }))
    expect(told({ ...half, difference: 0 }, half)).toBeCloseTo(one(calibrated(prior, shots), wide).throughput, 6)
  })
  it('compares a new model with what near devices say of measured ones, not with estimates that lean on the measured model', () => {
    const together = (difference: number): Opinion => ({ kind: 'near-devices', by: '', difference })
    const newModel = (ofShots: number): ThroughputEstimator => ({
      ...prior,
      estimate: (workloads, level = 0.9) => workloads.map((workload) => ({ ...within(2, level), isNewModel: workload === wide, opinions: [together(workload === wide ? 0 : ofShots)] })),
    })
    const shots = [1, 2, 4].map((batchSize) => shot({ ...resnet, batchSize }, 50))
    const told = (ofShots: number) => one(calibrated(newModel(ofShots), shots), wide).throughput
    expect(told(-Math.LN2)).toBeCloseTo(100, 6)
    expect(told(0)).toBeLessThan(80)
  })
  describe('with a slip among the measurements', () => {
    const sweep = [1, 4, 8, 32].map((batchSize) => shot({ ...resnet, batchSize }, 80))
    const far = { ...resnet, batchSize: 256 }
    const relative = (estimator: ThroughputEstimator, workload: Workload) => one(estimator, workload).throughput / one(calibrated(prior, sweep), workload).throughput
    it.each([1, 1e-3, 1e6])('of %d believes the others', (slip) => {
      const slipped = calibrated(prior, [...sweep, shot({ ...resnet, batchSize: 16 }, slip)])
      for (const workload of [far, wide]) expect(Math.abs(Math.log(relative(slipped, workload)))).toBeLessThan(0.25)
      expect(width(one(slipped, far))).toBeGreaterThan(width(one(calibrated(prior, sweep), far)))
    })
    it('makes no trend of two that contradict each other', () => {
      for (const slip of [10, 0.1]) {
        const two = calibrated(prior, [shot({ ...resnet, batchSize: 8 }, 100), shot({ ...resnet, batchSize: 16 }, slip)])
        const ends = [1, 256].map((batchSize) => one(two, { ...resnet, batchSize }))
        for (const { throughput } of ends) expect([throughput > 40, throughput < 120]).toEqual([true, true])
        for (const end of ends) expect(width(end)).toBeGreaterThan(width(one(prior, resnet)))
      }
    })
    it('believes a lone one that says the impossible the less the more impossible it is, and none the less answers with it', () => {
      const moved = [5, 0.5, 1e-4].map((figure) => one(calibrated(prior, [shot(resnet, figure)]), far).throughput)
      expect(moved[0]).toBeLessThan(20)
      expect(moved[2]).toBeGreaterThan(80)
      expect(moved.toSorted((a, b) => a - b)).toEqual(moved)
      expect(one(calibrated(prior, [shot(resnet, 1e-4)]), resnet).throughput).toBeCloseTo(1e-4, 12)
    })
    it('moves less by a measurement that is doubtful by its own word', () => {
      expect(one(calibrated(prior, [{ ...shot(resnet, 50), spread: 1 }]), far).throughput).toBeGreaterThan(90)
      expect(one(calibrated(prior, [shot(resnet, 50)]), far).throughput).toBeLessThan(65)
    })
    it('hears a figure that is recorded twice once', () => {
      const shots = [...sweep, shot({ ...resnet, batchSize: 2048 }, 2000)]
      const twice = calibrated(prior, [...shots, shot({ ...resnet, batchSize: 2048 }, 2000)])
      expect(one(twice, far)).toEqual(one(calibrated(prior, shots), far))
    })
    it('believes one that is alone in its precision there, whatever another precision says', () => {
      const half = { ...resnet, precision: 'fp32' }
      const both = calibrated(prior, [shot(resnet, 10), shot(half, 80)])
      expect(one(both, { ...resnet, batchSize: 16 }).throughput).toBeLessThan(20)
      expect(one(both, { ...half, batchSize: 16 }).throughput).toBeGreaterThan(60)
    })
    it('is less sure of repetitions that contradict each other, but for a slip among several', () => {
      const repeated = (...figures: readonly number[]) =>
        one(
          calibrated(
            prior,
            figures.map((figure) => shot(resnet, figure)),
          ),
          resnet,
        )
      expect(width(repeated(50, 51))).toBeLessThan(1.15)
      expect(repeated(50, 500).lower).toBeLessThan(50)
      expect(repeated(50, 500).upper).toBeGreaterThan(500)
      expect(width(repeated(50, 500, 51, 49, 50))).toBeLessThan(1.15)
    })
  })
  it('becomes no less sure of relatives by a measurement inside the interval', () => {
    const unsure: ThroughputEstimator = { ...prior, estimate: (workloads, level = 0.9) => workloads.map(() => within(8, level)) }
    expect(width(one(calibrated(unsure, [shot(resnet, 25)]), wide))).toBeLessThan(width(one(unsure, wide)))
  })
  it('adds later measurements to earlier ones', () => {
    const later = halved.calibrate([shot(wide, 20)])
    expect(one(later, wide).throughput).toBeCloseTo(20, 10)
    expect(one(later, resnet).provenance).toBe('measured')
    expect(later.version).toBe('made-up')
  })
  it('does not depend on the order of the measurements', () => {
    const shots = [shot(resnet, 50), shot(wide, 30), shot(bert, 300)]
    const target = { ...resnet, batchSize: 64 }
    expect(one(calibrated(prior, shots.toReversed()), target).throughput).toBeCloseTo(one(calibrated(prior, shots), target).throughput, 9)
  })
  it('takes measurements on dozens of devices, whose likenesses contradict each other', () => {
    const devices = HARDWARE.filter(({ platforms }) => platforms.includes('cuda'))
    const shots = devices.flatMap((device) => [resnet, wide].map((workload) => shot({ ...workload, device }, 50)))
    for (const base of [prior, onKnownDevice]) expect(one(calibrated(base, shots), { ...resnet, batchSize: 64 }).throughput).toBeLessThan(100)
  })
  it('takes thousands of measurements and asks the nearest', () => {
    const many = calibrated(
      prior,
      Array.from({ length: 3000 }, (_, i) => shot({ ...resnet, batchSize: i + 1, macs: 1e9 * (1 + (i % 50)) }, 50)),
    )
    expect(one(many, { ...resnet, batchSize: 5000 }).throughput).toBeLessThan(60)
  })
})
