import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DEFAULT_PARAMS, METRICS, type Metric, type Params } from './index.ts'
import type { InputKind } from './inputs.ts'
import { inputFromJson, type JsonInputs, perfectJson, sampleJson, takeRows } from './testing.ts'

interface GoldenCase {
  readonly name: string
  readonly input: JsonInputs[InputKind]
  readonly params?: Partial<Params>
  readonly expected: number | string
  readonly tolerance?: number
}
interface Golden {
  readonly metric: string
  readonly reference: string
  readonly made_with: Record<string, string>
  readonly cases: readonly GoldenCase[]
}

const goldenDir = new URL('../../testdata/metrics/', import.meta.url)
const goldenFile = (id: string) => new URL(`${id}.json`, goldenDir)
const golden = (id: string): Golden => JSON.parse(readFileSync(goldenFile(id), 'utf8'))
const computed = METRICS.filter((metric) => metric.input !== 'reported')
const N = 60
/** The samples have two classes, so one of them is averaged over, and only k = 1 means something. */
const PARAMS: Params = { ...DEFAULT_PARAMS, average: 'binary', topK: 1 }

const value = (metric: Metric, json: JsonInputs[InputKind], params: Partial<Params> = {}) => metric.compute(inputFromJson(metric.input, json), { ...PARAMS, ...params })
/** A law that a metric has no part in is not a skipped test. */
const when = (applies: unknown) => (applies ? it : () => {})
const rows = (n: number) => Array.from({ length: n }, (_, i) => i)

it('every computed metric has a golden file of at least 20 cases, and every golden file a metric', () => {
  expect(readdirSync(goldenDir).sort()).toEqual(computed.map((metric) => `${metric.id}.json`).sort())
  for (const { id } of computed) expect(golden(id).cases.length, id).toBeGreaterThanOrEqual(20)
})

it('ids are unique and every metric says what it is', () => {
  expect(new Set(METRICS.map((metric) => metric.id)).size).toBe(METRICS.length)
  for (const metric of METRICS) expect(metric.definition.length, metric.id).toBeGreaterThan(20)
})

describe.each(computed.map((metric) => [metric.id, metric] as const))('%s', (id, metric) => {
  when(existsSync(goldenFile(id)))('agrees with its reference', () => {
    for (const { name, input, params, expected, tolerance = 1e-12 } of golden(id).cases) close(value(metric, input, params), expected, `${id}: ${name}`, tolerance)
  })

  const sample = sampleJson(metric.input, N)

  it('ignores the order of the samples', () => {
    close(value(metric, takeRows(metric.input, sample, rows(N).reverse())), value(metric, sample), id, 1e-10)
  })

  it('stays in its range', () => {
    const [min, max] = metric.range
    for (let seed = 1; seed <= 20; seed++) {
      const actual = value(metric, sampleJson(metric.input, 3 + seed, seed))
      if (typeof actual === 'number') expect(actual >= min && actual <= max, `${id}: ${actual} is outside ${metric.range}`).toBe(true)
    }
  })

  it('never answers NaN or Infinity, whatever one or two rows hold', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const actual = value(metric, sampleJson(metric.input, 1 + (seed % 3), seed))
      expect(typeof actual === 'string' || Number.isFinite(actual), `${id}: ${actual}`).toBe(true)
    }
  })

  const best = perfectJson(metric.input, sample)
  when(metric.perfect !== null && best)('gives a perfect prediction its best value', () => {
    close(value(metric, best!), metric.perfect!, id, 1e-10)
  })

  when(metric.symmetric && (metric.input === 'labels' || metric.input === 'numbers'))('is symmetric, as it says', () => {
    const { truth, predicted, ...rest } = sample as JsonInputs['numbers']
    close(value(metric, { truth: predicted, predicted: truth, ...rest } as never), value(metric, sample), id, 1e-12)
  })

  when(metric.additive)('gives the same value in chunks', () => {
    const { statistic, value: read } = metric.additive!
    const input = inputFromJson(metric.input, sample)
    const state = new Float64Array(statistic.size(input, PARAMS))
    for (const [from, to] of [
      [0, 7],
      [7, 33],
      [33, N],
    ] as const)
      statistic.update(state, input, PARAMS, from, to)
    close(read(state, input, PARAMS), value(metric, sample), id, 1e-12)
  })

  when(metric.weighted)('counts a weight of k as k copies of the row', () => {
    const counts = rows(N).map((i) => (i * 7) % 4)
    const repeated = takeRows(
      metric.input,
      sample,
      rows(N).flatMap((i) => Array(counts[i]!).fill(i)),
    )
    close(value(metric, { ...sample, weights: counts } as never), value(metric, repeated), id, 1e-10)
  })

  when(metric.items)('is the mean of its items', () => {
    const items = metric.items!(inputFromJson(metric.input, sample), PARAMS)
    close(items.reduce((a, b) => a + b, 0) / items.length, value(metric, sample), id, 1e-12)
  })

  when(metric.influence)('has influence values that agree with leaving rows out', () => {
    const n = 250
    const json = sampleJson(metric.input, n)
    const influence = metric.influence!(inputFromJson(metric.input, json), PARAMS)
    if (!influence) return
    expect(influence.length).toBe(n)
    expect(Math.abs(influence.reduce((a, b) => a + b, 0) / n), `${id}: mean influence`).toBeLessThan(1e-9)
    const loo = leaveOneOut(metric, json, n)
    const mean = loo.reduce((a, b) => a + b, 0) / n
    const jackknife = Math.sqrt(((n - 1) / n) * loo.reduce((s, v) => s + (v - mean) ** 2, 0))
    const analytic = Math.sqrt(influence.reduce((s, v) => s + v * v, 0) / (n - 1) / n)
    expect(Math.abs(analytic / jackknife - 1), `${id}: ${analytic} against jackknife ${jackknife}`).toBeLessThan(0.05)
  })
})

function close(actual: number | string, expected: number | string, message: string, tolerance: number): void {
  if (typeof expected === 'string' || typeof actual === 'string') expect(actual, message).toBe(expected)
  else expect(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${message}: ${actual} is not ${expected}`).toBe(true)
}

/** The value without each row in turn, from sums where the metric has them: whole passes would take n squared rows. */
function leaveOneOut(metric: Metric, json: JsonInputs[InputKind], n: number): number[] {
  const input = inputFromJson(metric.input, json)
  const sumWithout = (states: readonly Float64Array[]) => {
    const sum = states.reduce((a, b) => a.map((v, k) => v + b[k]!))
    return states.map((state) => sum.map((v, k) => v - state[k]!))
  }
  if (metric.items) return sumWithout(Array.from(metric.items(input, PARAMS), (v) => Float64Array.of(v))).map(([sum]) => sum! / (n - 1))
  if (metric.additive && !metric.additive.statistic.merge) {
    const { statistic, value: read } = metric.additive
    const states = rows(n).map((i) => {
      const state = new Float64Array(statistic.size(input, PARAMS))
      statistic.update(state, input, PARAMS, i, i + 1)
      return state
    })
    return sumWithout(states).map((state) => read(state, input, PARAMS) as number)
  }
  const without = (i: number) => rows(n).filter((j) => j !== i)
  return rows(n).map((i) => value(metric, takeRows(metric.input, json, without(i))) as number)
}
