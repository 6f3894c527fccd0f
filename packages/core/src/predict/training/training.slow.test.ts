import { describe, expect, it } from 'vitest'
import { BenchcastError } from '../../errors.ts'
import type { Workload } from '../workload.ts'
import { applyCorrection, type TrainedCorrection, trainCorrection } from './index.ts'
import { ceiling, measure, rooflinePrior, workloads } from './testing.ts'

const prior = rooflinePrior()
const all = workloads(6, 4)
const options = { prior, seed: 7, madeAt: '2026-01-02T03:04:05Z' }
const HALF = Math.log(0.5)
/** What a learner can find: single precision loses more than half precision, and large batches a little. */
const structure = ({ precision, batchSize = 1 }: Workload) => (precision === 'fp32' ? -1.2 : -0.2) - 0.1 * Math.log(batchSize)
const half = trainCorrection(
  measure(all, () => HALF, 0.02),
  options,
)
const estimateOne = (correction: TrainedCorrection, workload: Workload, level = 0.9) => applyCorrection(prior, correction).estimate([workload], level)[0]!

describe('training on own measurements', () => {
  it('learns a constant factor, lets it serve and says so', () => {
    expect(half.better).toBe(true)
    expect(half.reason).toMatch(/On 18 held-out pairs .* typical error .* less, p < 0.001\): it is better and can serve/)
    for (const workload of all.slice(0, 8)) expect(estimateOne(half.correction, workload).throughput / ceiling(workload)).toBeCloseTo(0.5, 1)
  })

  it('learns what depends on the configuration, and finds the features that matter', () => {
    const { better, importance, losses, unseenDevices, scores, champion } = trainCorrection(measure(all, structure, 0.05), options)
    expect(better).toBe(true)
    expect(losses.challenger).toBeLessThan(0.4 * losses.prior)
    expect(unseenDevices!.challenger).toBeLessThan(0.5 * unseenDevices!.prior)
    expect(importance.slice(0, 3).map(({ feature }) => feature)).toContain('weight_bytes_of_format')
    expect(importance.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(1, 10)
    for (const how of ['permutation', 'shap'] as const) expect(Math.max(...importance.map((one) => one[how]))).toBeGreaterThan(0.05)
    expect(1 - scores.validation!).toBeLessThan(0.3 * (1 - champion.validation!))
  })

  it('never lets pure noise serve, whatever the seed', () => {
    const outcomes = [1, 2, 3, 4].map((seed) =>
      trainCorrection(
        measure(workloads(4, 3), () => 0, 0.3, seed),
        { ...options, seed },
      ),
    )
    for (const { better, reason } of outcomes) {
      expect(better).toBe(false)
      expect(reason).toContain('does not serve')
    }
  })

  it('is the same for the same seed', () => {
    const again = trainCorrection(
      measure(all, () => HALF, 0.02),
      options,
    )
    expect(again).toEqual(half)
  })

  it('counts repeats of a configuration once, by the median of the newest', () => {
    const rows = measure(all, () => HALF, 0.02)
    const slips = rows.slice(0, 5).map((row) => ({ ...row, throughput: row.throughput * 100 }))
    const { correction } = trainCorrection([...slips, ...rows, ...rows, ...rows], options)
    expect(correction.counts).toEqual({ measurements: 221, configurations: 72, pairs: 18, devices: 3 })
    expect(estimateOne(correction, all[0]!).throughput / ceiling(all[0]!)).toBeCloseTo(0.5, 1)
  })

  it('sets pairs aside for a last test when there are many', () => {
    const { scores } = trainCorrection(measure(workloads(8, 9), structure, 0.05), options)
    expect(scores.test).toBeGreaterThan(0.9)
    expect(half.scores.test).toBeNull()
  })

  it('refuses too few measurements and says how many it takes', () => {
    const few = () => trainCorrection(measure(workloads(1, 4), structure, 0.05), options)
    expect(few).toThrow('Training needs 30 different measured configurations of 6 pairs of model and device; there are 12 of 3. Record more')
    expect(few).toThrow(BenchcastError)
  })

  it('tells how far it is, and stops when it is cancelled', () => {
    const fractions: number[] = []
    const small = measure(workloads(4, 3), structure, 0.05)
    trainCorrection(small, { ...options, onProgress: (fraction) => fractions.push(fraction) })
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect([fractions.at(0), fractions.at(-1)]).toEqual([0, 1])
    expect(() => trainCorrection(small, { ...options, signal: { aborted: true } })).toThrow(/cancelled/)
  })
})

describe('champion and challenger', () => {
  it('does not replace a champion that was trained on the same measurements', () => {
    const again = trainCorrection(
      measure(all, () => HALF, 0.02),
      { ...options, champion: half.correction },
    )
    expect(again.better).toBe(false)
    expect(again.losses.champion).toBe(again.losses.challenger)
    expect(again.champion.validation).toBe(half.scores.validation)
  })

  it('replaces a champion when new measurements tell more', () => {
    const old = trainCorrection(measure(all.slice(0, 36), structure, 0.05), options)
    const renewed = trainCorrection(
      measure(all, (workload) => structure(workload) - 0.5 * Number((workload.batchSize ?? 1) > 4), 0.05),
      { ...options, champion: old.correction },
    )
    expect(renewed.better).toBe(true)
    expect(renewed.reason).toContain('the trained predictor that serves')
  })

  it('says when what serves has become worse than the shipped predictor', () => {
    const { better, reason } = trainCorrection(
      measure(all, () => 0, 0.1),
      { ...options, champion: { ...half.correction, rows: '' } },
    )
    expect(better).toBe(false)
    expect(reason).toContain('The predictor that serves is worse than the shipped predictor with calibration')
  })

  it('passes over a champion of another version of the prior', () => {
    const { losses } = trainCorrection(
      measure(all, () => HALF, 0.02),
      { ...options, champion: { ...half.correction, priorVersion: 'older' } },
    )
    expect(losses.champion).toBeNull()
  })
})
