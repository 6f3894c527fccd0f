import { describe, expect, it } from 'vitest'
import type { MeasuredWorkload, ThroughputEstimator } from '../workload.ts'
import { applyCorrection, trainCorrection } from './index.ts'
import { ceiling, measure, rooflinePrior, workloads } from './testing.ts'

const prior = rooflinePrior()
const all = workloads(6, 4)
const EFFECT = -0.7
const { correction } = trainCorrection(
  measure(all, () => EFFECT, 0.1),
  { prior, seed: 3, madeAt: '2026-01-01T00:00:00Z' },
)
const corrected = applyCorrection(prior, correction)
const shiftOf = (estimator: ThroughputEstimator, workload = all[0]!) => Math.log(estimator.estimate([workload])[0]!.throughput / ceiling(workload))

describe('a corrected estimator', () => {
  it('is calibrated where it was trained and fades into the prior elsewhere', () => {
    const near = { ...all[0]!, batchSize: 6 }
    expect(corrected.estimate([near])[0]!.provenance).toBe('calibrated')
    expect(shiftOf(corrected, near)).toBeCloseTo(EFFECT, 1)
    const far = { ...all[0]!, batchSize: 1e5, parameters: 1e12, macs: 1e14 }
    expect(corrected.estimate([far])[0]!.provenance).toBe('learned')
    expect(Math.abs(shiftOf(corrected, far))).toBeLessThan(0.2)
    for (const other of [{ platform: 'cpu' as const }, { phase: 'train_step' }]) expect(corrected.estimate([{ ...near, ...other }])).toEqual(prior.estimate([{ ...near, ...other }]))
  })

  it('stays within a factor of 3 of the residuals it has seen, whatever the trees say', () => {
    const wild = applyCorrection(prior, { ...correction, trees: { ...correction.trees, base: 40 } })
    expect(shiftOf(wild)).toBeCloseTo(correction.range[1], 10)
    expect(correction.range[1]).toBeLessThan(EFFECT + 0.4 + Math.log(3))
  })

  it('gives intervals that hold new measurements about as often as they say, and that grow with the level', () => {
    const fresh = measure(
      all.map((workload) => ({ ...workload, batchSize: workload.batchSize! * 2 })),
      () => EFFECT,
      0.1,
      99,
    )
    const estimates = corrected.estimate(fresh.map(({ workload }) => workload))
    const share = estimates.filter(({ lower, upper }, i) => fresh[i]!.throughput >= lower && fresh[i]!.throughput <= upper).length / fresh.length
    expect(share).toBeGreaterThan(0.82)
    const width = (level: number) => Math.log(corrected.estimate([all[0]!], level)[0]!.upper) - Math.log(corrected.estimate([all[0]!], level)[0]!.lower)
    expect(width(0.5)).toBeLessThan(width(0.9))
    expect(width(0.9)).toBeLessThan(width(0.99))
    expect(width(0.9)).toBeLessThan(2 * Math.log(2))
  })

  it('lets the prior learn only what the correction leaves over, and shows measurements as they were', () => {
    let taught: readonly MeasuredWorkload[] = []
    const learner: ThroughputEstimator = {
      ...prior,
      calibrate: (measurements) => {
        taught = measurements
        return { ...prior, nearest: () => [{ ...taught[0]!, distance: 0 }] }
      },
    }
    const [measured] = measure(all, () => EFFECT, 0)
    const calibrated = applyCorrection(learner, correction).calibrate([measured!])
    expect(Math.log(taught[0]!.throughput / ceiling(all[0]!))).toBeCloseTo(0, 1)
    expect(calibrated.nearest!(all[0]!, 1)[0]!.throughput).toBe(measured!.throughput)
  })

  it('leaves what was measured as it is', () => {
    const knowing: ThroughputEstimator = { ...prior, estimate: () => [{ throughput: 10, lower: 9, upper: 11, level: 0.9, provenance: 'measured' }] }
    const [estimate] = applyCorrection(knowing, correction).estimate([all[0]!])
    expect(estimate).toMatchObject({ provenance: 'measured', lower: 0.9 * estimate!.throughput })
  })

  it('explains an estimate by effects that add up to it', () => {
    const { base, effects } = corrected.explain(all[0]!)
    const sum = effects.reduce((total, { log }) => total + log, 0)
    expect((base * Math.exp(sum)) / corrected.estimate([all[0]!])[0]!.throughput).toBeCloseTo(1, 9)
  })

  it('says what each feature did: the factors multiply to the whole correction', () => {
    const effects = corrected.attribution(all[0]!)
    expect(effects.length).toBeGreaterThan(1)
    expect(effects[0]!.feature).toBe('measurements')
    expect(effects.reduce((sum, { effect }) => sum + Math.log1p(effect / 100), 0)).toBeCloseTo(shiftOf(corrected), 6)
  })

  it('refuses a prior of another version', () => {
    expect(() => applyCorrection(rooflinePrior('roofline-2'), correction)).toThrow('corrects version roofline-1 of the shipped one, which is now roofline-2: train it again')
  })
})
