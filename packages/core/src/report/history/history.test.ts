import { describe, expect, it } from 'vitest'
import { mannKendall, predictionInterval, robustCentre } from '../../stats/index.ts'
import { predictionQuality } from './prediction-quality.ts'
import { verdictOf } from './verdict.ts'

const steady = [100, 101, 99, 100, 102, 98, 100]
const verdict = (newest: readonly number[], better: 'higher' | 'lower' = 'higher') => verdictOf({ values: [...steady, ...newest], better, isRatio: true }).verdict

describe('Robust statistics of a series', () => {
  it('takes the median and 1.4826 times the median deviation', () => {
    // Deviations from 100: 0 1 1 0 2 2 0, sorted 0 0 0 1 1 2 2, median 1.
    expect(robustCentre(steady)).toEqual({ centre: 100, spread: 1.482602218505602 })
  })

  it('makes the interval of the next value by hand', () => {
    // t(0.975, 6) = 2.446912; sqrt(1 + pi / 14) = 1.106532; 2.446912 x 1.482602 x 1.106532 = 4.01427.
    const { lower, upper } = predictionInterval(steady, { level: 0.95 })
    expect(upper).toBeCloseTo(104.01427, 4)
    expect(lower).toBeCloseTo(95.98573, 4)
  })

  it('tests for a trend: S = 10, variance 50/3, z = 9 / 4.0825', () => {
    const { slope, p } = mannKendall([1, 2, 3, 4, 5])
    expect(slope).toBe(1)
    expect(p).toBeCloseTo(0.027486, 5)
    expect(mannKendall([3, 3, 3]).p).toBe(1)
  })
})

describe('The verdict on a series', () => {
  it('suspects after one run and is sure after two, in both directions', () => {
    expect(verdict([100, 80])).toBe('suspected_regression')
    expect(verdict([80, 81])).toBe('regression')
    expect(verdict([100, 130])).toBe('suspected_improvement')
    expect(verdict([130, 128])).toBe('improvement')
    expect(verdict([80, 100])).toBe('unchanged')
    expect(verdict([80, 130])).toBe('suspected_improvement')
  })

  it('knows that lower is better for some', () => {
    expect(verdict([130, 128], 'lower')).toBe('regression')
  })

  it('says nothing with fewer than five values before', () => {
    expect(verdictOf({ values: [1, 2, 3, 4, 5], better: 'higher', isRatio: false })).toMatchObject({ verdict: 'too_few', runs: 4 })
    expect(verdictOf({ values: [100, 100, 100, 100, 100, 90], better: 'higher', isRatio: true })).toMatchObject({ verdict: 'suspected_regression', change: expect.closeTo(-0.1) })
  })

  it('does not alarm at a change of 1 % where all values happened to agree', () => {
    expect(verdictOf({ values: [1, 1, 1, 1, 1, 1, 1, 1.01], better: 'lower', isRatio: true }).verdict).toBe('unchanged')
  })

  it('sees a slow drift that no single run shows', () => {
    const { trend } = verdictOf({ values: Array.from({ length: 20 }, (_, n) => 100 * 0.99 ** n), better: 'higher', isRatio: true })
    expect(trend).toMatchObject({ direction: 'falling', changePerRun: expect.closeTo(-0.01) })
  })
})

describe('How good predictions were', () => {
  it('gives bias, median error and coverage by hand', () => {
    const pairs = [
      { predicted: 110, measured: 100, interval: [90, 120] },
      { predicted: 200, measured: 100, interval: [150, 250] },
      { predicted: 90, measured: 100 },
      { predicted: 1, measured: 0 },
    ] as const
    // Ratios 1.1, 2, 0.9: median 1.1. Errors 0.1, 1, 0.1: median 0.1. One of two intervals holds.
    expect(predictionQuality(pairs)).toEqual({ count: 3, bias: expect.closeTo(0.1), medianAbsoluteError: expect.closeTo(0.1), coverage: 0.5, intervals: 2 })
    expect(predictionQuality([])).toBeUndefined()
  })
})
