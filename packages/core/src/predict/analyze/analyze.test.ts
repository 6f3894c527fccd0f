import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyzePredictions, errorsOf, type PredictionPair } from './index.ts'

interface Case {
  readonly predicted: number[]
  readonly actual: number[]
  readonly expected: Readonly<Record<string, number | null>>
  readonly drift_p_value: number | null
}
const golden: { cases: Case[] } = JSON.parse(readFileSync(new URL('../../../testdata/predict/prediction-errors.json', import.meta.url), 'utf8'))

const day = (i: number): string => new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString()
const pair = (fields: Partial<PredictionPair>): PredictionPair => ({
  metric: 'throughput',
  predicted: 100,
  actual: 100,
  platform: 'cuda',
  modelFamily: 'embedding',
  provenance: 'learned',
  recordedAt: day(0),
  ...fields,
})
const pairsOf = ({ predicted, actual }: Case): PredictionPair[] => predicted.map((value, i) => pair({ predicted: value, actual: actual[i] ?? 0, recordedAt: day(i) }))

describe('analysis of predictions', () => {
  it('agrees with scikit-learn and scipy on errors, R squared and the drift test', () => {
    for (const example of golden.cases) {
      const { throughput, overall } = analyzePredictions(pairsOf(example))
      for (const [name, expected] of Object.entries(example.expected)) {
        const value = throughput?.[name as keyof typeof throughput] ?? null
        expect(value === null || expected === null ? value === expected : Math.abs(value - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), `${name}: ${value} instead of ${expected}`).toBe(true)
      }
      if (example.drift_p_value === null) expect(overall?.drift.verdict).toBe('not_enough_data')
      else expect(overall?.drift.p_value).toBeCloseTo(example.drift_p_value, 11)
    }
  })

  it('is an empty object when there is nothing to analyse', () => {
    expect(analyzePredictions([])).toEqual({})
  })

  it('has an object for every key and a number for every figure but r_squared', () => {
    const { overall, ...metrics } = analyzePredictions([pair({}), pair({ metric: 'latency', predicted: 5, actual: 4 })])
    expect(Object.keys(metrics)).toEqual(['throughput', 'latency'])
    for (const summary of Object.values(metrics)) for (const [name, value] of Object.entries(summary)) if (name !== 'r_squared') expect(value).toBeTypeOf('number')
    expect(overall?.metrics).toEqual(['throughput', 'latency'])
  })

  it('says how many truths lie inside their intervals, and what that many can tell', () => {
    const inside = pair({ lower: 90, upper: 110, level: 0.9 })
    const outside = pair({ actual: 200, lower: 90, upper: 110, level: 0.9 })
    const { overall } = analyzePredictions([inside, inside, inside, outside])
    expect(overall?.coverage).toMatchObject({ count: 4, expected: 0.9, actual: 0.75 })
    expect(overall?.calibration_curve.find(({ level }) => level === 0.9)?.covered).toBe(0.75)
  })

  it('has an honest calibration curve for intervals that are exactly right', () => {
    const centres = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000)
    const logQuantiles = centres.map((p) => Math.log(p / (1 - p)) / 1.702)
    const curve =
      analyzePredictions(logQuantiles.map((z) => pair({ actual: 100 * Math.exp(0.1 * z), lower: 100 * Math.exp(-0.1645), upper: 100 * Math.exp(0.1645), level: 0.9 }))).overall?.calibration_curve ?? []
    for (const { level, covered } of curve) expect(Math.abs(covered - level)).toBeLessThan(0.02)
  })

  it('sees measurements move away from their predictions and says what to look for', () => {
    const drifting = Array.from({ length: 40 }, (_, i) => pair({ actual: (i < 20 ? 100 : 70) + (i % 5), recordedAt: day(i) }))
    const { drift, improvement_opportunities } = analyzePredictions(drifting).overall ?? {}
    expect(drift?.verdict).toBe('drifting')
    expect(drift?.change).toBeCloseTo(-0.294, 2)
    expect(improvement_opportunities?.[0]).toContain('29.4 % lower')
  })

  it.each([
    ['earlier', 5],
    ['later', 30],
  ])('sees it beside one measurement in a wrong unit among the %s ones', (_, slip) => {
    const drifting = Array.from({ length: 40 }, (_, i) => pair({ actual: i === slip ? 1e-4 : (i < 20 ? 100 : 40) + (i % 5), recordedAt: day(i) }))
    const { drift } = analyzePredictions(drifting).overall!
    expect(drift.verdict).toBe('drifting')
    expect(drift.change).toBeCloseTo(-0.6, 1)
    const equal = drifting.map((one, i) => (i === slip ? one : { ...one, actual: i < 20 ? 100 : 40 }))
    expect(analyzePredictions(equal).overall!.drift.verdict).toBe('drifting')
  })

  it('takes a few slips at the end for no drift', () => {
    const steady = Array.from({ length: 40 }, (_, i) => pair({ actual: i >= 38 ? 1e-4 : 100 + (i % 7), recordedAt: day(i) }))
    expect(analyzePredictions(steady).overall!.drift.verdict).toBe('stable')
  })

  it('names the hardware that is off, and in which direction', () => {
    const { overall } = analyzePredictions([1, 2, 3].map(() => pair({ platform: 'rocm', predicted: 150 })))
    expect(overall?.improvement_opportunities.join(' ')).toContain('hardware rocm are off by 50 % on average over 3 measurements, mostly too high')
    expect(overall?.by_hardware['rocm']).toMatchObject({ count: 3, mean_relative_error: 0.5 })
  })

  it('leaves out figures that no machine can have, says how many, and has a number for every figure all the same', () => {
    const odd = [1e300, 1e-300, 4.9e-324, Number.MAX_VALUE].map((actual) => pair({ actual, platform: 'cpu' }))
    const { overall, throughput } = analyzePredictions([pair({ actual: 90 }), ...odd, pair({ actual: 0 })])
    expect(overall).toMatchObject({ count: 2, left_out: 4 })
    for (const [name, value] of Object.entries(throughput!)) if (name !== 'r_squared') expect([name, Number.isFinite(value)]).toEqual([name, true])
    expect(analyzePredictions([pair({})]).overall).not.toHaveProperty('left_out')
    expect(analyzePredictions(odd)).toEqual({})
  })

  it('leaves out figures that nothing is learned from, in averages, drift and advice', () => {
    const good = Array.from({ length: 40 }, (_, i) => pair({ actual: 95 + (i % 5), recordedAt: day(i) }))
    const ignored = Array.from({ length: 40 }, (_, i) => pair({ actual: 1e9, recordedAt: day(40 + i), isIgnored: true }))
    const { overall, throughput } = analyzePredictions([...good, ...ignored])
    expect([throughput, overall]).toEqual([analyzePredictions(good).throughput, { ...analyzePredictions(good).overall, left_out: 40 }])
  })

  it('names large errors in words that can be read', () => {
    const { overall } = analyzePredictions([1, 2, 3].map(() => pair({ actual: 1e-9 })))
    expect(overall?.improvement_opportunities.join(' ')).toContain('off by more than 10,000 % on average')
    const drifting = Array.from({ length: 40 }, (_, i) => pair({ actual: (i < 20 ? 1e-6 : 1e6) * (1 + (i % 5) / 10), recordedAt: day(i) }))
    expect(analyzePredictions(drifting).overall?.drift.explanation).toContain('more than 10,000 % higher')
  })

  it('groups accuracies into a distribution that adds up', () => {
    const { overall } = analyzePredictions([100, 97, 90, 75, 10].map((predicted) => pair({ predicted })))
    expect(overall?.accuracy_distribution).toEqual({ excellent: 2, good: 1, acceptable: 1, poor: 1 })
    expect(overall?.median_accuracy).toBe(90)
  })
})

/** A run that has both figures, measured at this share of the predicted speed. */
const run = (i: number, speed: number, memory = 1): PredictionPair[] => {
  const facts = { measurement: `meas-${i}`, recordedAt: day(i) }
  return [
    pair({ ...facts, actual: 100 * speed }),
    pair({ ...facts, metric: 'latency', predicted: 10, actual: 10 / speed }),
    pair({ ...facts, metric: 'memory_usage', predicted: 500, actual: 500 * memory }),
  ]
}
const wobble = (i: number): number => 1 + (i % 5) / 100

describe('several figures of one measurement', () => {
  const slowed = Array.from({ length: 48 }, (_, i) => run(i, (i < 24 ? 1 : 0.4) * wobble(i), wobble(i + 2))).flat()

  it('do not hide a drift from each other: a longer latency is a lower speed', () => {
    const { drift, improvement_opportunities } = analyzePredictions(slowed).overall!
    expect(drift.verdict).toBe('drifting')
    expect(drift.p_value).toBeLessThan(1e-20)
    expect(drift.change).toBeCloseTo(-0.6, 2)
    expect(drift.explanation).toContain('speed (throughput, and latency turned round) are 60.')
    expect(improvement_opportunities.join(' ')).toContain('of speed for hardware cuda are off by 52 % on average over 48 measurements, mostly too high')
    expect(analyzePredictions(slowed.filter(({ metric }) => metric === 'latency')).overall?.drift.change).toBeCloseTo(1.5, 1)
  })

  it('are tested apart where they are of different things: memory drifts while speed does not', () => {
    const { drift, improvement_opportunities } = analyzePredictions(Array.from({ length: 48 }, (_, i) => run(i, wobble(i), (i < 24 ? 1 : 2) * wobble(i))).flat()).overall!
    expect(drift).toMatchObject({ verdict: 'drifting', explanation: expect.stringContaining('Later measurements of memory are 100') })
    expect(improvement_opportunities.join(' ')).not.toContain('speed')
  })

  it('do not make it two measurements', () => {
    const few = Array.from({ length: 12 }, (_, i) => run(i, 0.5)).flat()
    const { count, total_count, measurements, drift, by_hardware, trend } = analyzePredictions(few).overall!
    expect({ count, total_count, measurements, verdict: drift.verdict }).toEqual({ count: 36, total_count: 36, measurements: 12, verdict: 'not_enough_data' })
    expect(drift.explanation).toContain('there are 12')
    expect(by_hardware['cuda']).toMatchObject({ count: 36, measurements: 12 })
    expect(trend).toEqual([expect.objectContaining({ count: 36, measurements: 12, mean_signed_error: expect.closeTo(0.5, 10) })])
  })

  it('do not make the share inside the intervals surer than the measurements can', () => {
    const inside = { lower: 90, upper: 110, level: 0.9 }
    const alone = Array.from({ length: 10 }, (_, i) => pair({ ...inside, measurement: `meas-${i}`, actual: i < 8 ? 100 : 200 }))
    const twice = alone.flatMap((one) => [one, { ...one, metric: 'latency' as const }])
    const coverageOf = (pairs: PredictionPair[]) => analyzePredictions(pairs).overall!.coverage
    expect(coverageOf(twice)).toEqual({ ...coverageOf(alone), count: 20 })
    expect(coverageOf(twice)).toMatchObject({ measurements: 10, expected: 0.9, actual: 0.8 })
  })
})

describe('errors of one measurement', () => {
  it('compares the figures both have', () => {
    expect(errorsOf({ throughput: 90, latency: 8 }, { throughput: 100 })).toEqual({
      errors: [{ metric: 'throughput', predicted_value: 90, actual_value: 100, absolute_error: 10, relative_error: 0.1 }],
      accuracy: 90,
    })
  })

  it('has no relative error for an actual value of 0', () => {
    expect(errorsOf({ memory_usage: 5 }, { memory_usage: 0 })).toMatchObject({ errors: [{ relative_error: null }], accuracy: 0 })
  })

  it('is null when nothing can be compared', () => {
    expect(errorsOf({ throughput: 1 }, { latency: 1 })).toBeNull()
  })
})
