import { createRandom } from '@benchcast/core/stats'
import { describe, expect, it } from 'vitest'
import { type Circumstances, flagsOf } from './flags.ts'
import { PROFILES, runsPerQuery } from './method.ts'
import { medianEstimate, relativeHalfWidth, Stopping } from './stopping.ts'
import { summarise } from './summary.ts'
import { isWarm } from './warm-up.ts'

const random = createRandom(7)
/** Run times around a centre with a relative spread. */
const runs = (count: number, centre = 0.01, spread = 0.01) => Float64Array.from({ length: count }, () => centre * (1 + spread * (random.next() + random.next() - 1)))
const QUIET: Circumstances = { firstRunSeconds: 0.011, isPrecise: true, otherCores: 0, clockHz: [3e9, 3e9] }
const codes = (samples: Float64Array, circumstances: Partial<Circumstances> = {}) =>
  flagsOf({ samples, summary: summarise(samples), circumstances: { ...QUIET, ...circumstances } }).map(({ code }) => code)

describe('The summary of run times', () => {
  it('is what numpy says of the same numbers', () => {
    const summary = summarise(Float64Array.of(1, 2, 3, 4, 10))
    expect(summary).toMatchObject({ runs: 5, mean: 4, minimum: 1, maximum: 10, p50: 3, medianAbsoluteDeviation: 1 })
    expect(summary.standardDeviation).toBeCloseTo(Math.sqrt(12.5), 12)
  })

  it('gives a quantile only where two runs lie beyond it, and an interval from six runs on', () => {
    const keys = (count: number) => Object.keys(summarise(runs(count))).filter((key) => /^p\d|Interval/.test(key))
    expect(keys(5)).toEqual(['p50'])
    expect(keys(20)).toEqual(['p50', 'medianInterval', 'p90'])
    expect(keys(200)).toEqual(['p50', 'medianInterval', 'p90', 'p95', 'p99'])
  })
})

describe('A query', () => {
  it.each([
    ['multi_stream', 1, 8],
    ['multi_stream', 3, 3],
    ['multi_stream', 8, 1],
    ['multi_stream', 32, 1],
    ['single_stream', 4, 1],
    ['offline', 4, 1],
    ['server', 1, 1],
  ] as const)('of %s at batch %i is %i runs', (scenario, batch, runs) => expect(runsPerQuery({ scenario }, batch)).toBe(runs))
})

describe('A measurement ends', () => {
  it('as soon as its median is precise enough, but not before its least time', () => {
    const stopping = new Stopping(PROFILES.quick)
    const samples = runs(400)
    const at = (seconds: number) => Array.from(samples.keys()).findIndex((count) => count > 0 && stopping.isEnough(samples.subarray(0, count), seconds))
    expect(at(0.1)).toBe(-1)
    expect(new Stopping(PROFILES.quick).isEnough(samples, 1)).toBe(true)
  })

  it('when its time is over, and then says that it is not precise', () => {
    const stopping = new Stopping(PROFILES.quick)
    const wild = runs(12, 0.01, 5).map(Math.abs)
    expect([stopping.isEnough(wild, 1), stopping.isEnough(wild, 5), stopping.isPrecise]).toEqual([false, true, false])
  })

  it('with an interval that holds the true median in about 95 of 100 measurements', () => {
    let held = 0
    for (let round = 0; round < 1000; round++) {
      const { interval } = medianEstimate(Float64Array.from({ length: 60 }, () => random.next()))
      if (interval![0] <= 0.5 && interval![1] >= 0.5) held += 1
    }
    expect(held / 1000).toBeGreaterThan(0.93)
    expect(relativeHalfWidth({ median: 2, interval: [1.9, 2.1] })).toBeCloseTo(0.05, 12)
  })
})

describe('A model is warm', () => {
  it('when its last five runs took as long as the five before, or time is over', () => {
    const settled = [9, 5, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    expect(isWarm([9, 5, 3, 2, 1, 1, 1, 1, 1, 1], 1, PROFILES.quick)).toBe(false)
    expect(isWarm(settled, 1, PROFILES.quick)).toBe(true)
    expect(isWarm([9], 2, PROFILES.quick)).toBe(true)
  })
})

describe('What disturbed a measurement is told', () => {
  it('and a quiet one has nothing to tell', () => expect(codes(runs(300))).toEqual([]))

  it.each<[string, Float64Array, Partial<Circumstances>]>([
    ['slow_first_run', runs(300), { firstRunSeconds: 0.1 }],
    ['throttling', runs(300), { clockHz: [3e9, 2e9] }],
    ['other_load', runs(300), { otherCores: 1.2 }],
    ['imprecise', runs(300), { isPrecise: false }],
    ['outliers', Float64Array.from([...runs(299), 0.1]), {}],
    ['few_runs', runs(3), {}],
    ['drift', Float64Array.from(runs(300), (value, index) => value * (1 + index / 1500)), {}],
    ['bimodal', Float64Array.from(runs(300), (value, index) => (index % 2 === 0 ? 1.5 * value : value)), {}],
  ])('%s', (code, samples, circumstances) => {
    expect(codes(samples, circumstances)).toEqual([code])
  })
})
