import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as stats from './index.ts'

interface Golden {
  readonly function: string
  readonly reference: string
  readonly tolerance: number
  readonly cases: readonly { readonly args: never[]; readonly expected: unknown }[]
}

const goldenDir = new URL('../../testdata/stats/', import.meta.url)
const goldens = readdirSync(goldenDir).map((file): Golden => JSON.parse(readFileSync(new URL(file, goldenDir), 'utf8')))
const columns = (values: number[][]) => values.map((column) => Float64Array.from(column))

/** How JSON arguments become a call, where a plain call with typed arrays for lists will not do. */
const CALLS: Record<string, (...args: never[]) => unknown> = {
  holm: (p: number[]) => stats.holm(p),
  benjaminiHochberg: (p: number[]) => stats.benjaminiHochberg(p),
  competitionRanks: (values: number[], better: 'higher' | 'lower') => stats.competitionRanks(values, better),
  friedman: (scores: number[][]) => stats.friedman(columns(scores)),
  createRandom: (seed: number) => firstDraws(stats.createRandom(seed)),
  pairedRandomisation: (d: number[]) => stats.pairedRandomisation(Float64Array.from(d), { resamples: 1, random: stats.createRandom(0) }),
  moverDifference: (a: number, n: number, b: number, m: number, level: number) => stats.moverDifference(a / n, stats.wilson(a, n, level), b / m, stats.wilson(b, m, level), 0),
  bcaBounds: (data: { replicates: number[]; jackknife: number[]; estimate: number; level: number }) =>
    stats.bcaBounds({ ...data, replicates: Float64Array.from(data.replicates), jackknife: Float64Array.from(data.jackknife) }),
}

function firstDraws(random: stats.Random): number[] {
  const five = (draw: () => number) => Array.from({ length: 5 }, draw)
  return [...five(random.bits), ...five(() => random.integer(1000)), ...five(random.next)]
}

function call(name: string, args: never[]): unknown {
  const plain = (...given: unknown[]) => (stats as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!(...given.map((a) => (Array.isArray(a) ? Float64Array.from(a) : a)))
  return (CALLS[name] ?? plain)(...args)
}

describe.each(goldens.map((golden) => [golden.function, golden] as const))('%s', (name, { reference, cases, tolerance }) => {
  it(`agrees with ${reference}`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(20)
    for (const { args, expected } of cases) expectClose(call(name, args), expected, `${name}(${JSON.stringify(args).slice(0, 200)})`, tolerance)
  })
})

/** Numbers agree to a relative tolerance, everything else exactly. */
function expectClose(actual: unknown, expected: unknown, message: string, tolerance: number): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const close = Object.is(actual, expected) || Math.abs(actual - expected) <= Math.max(tolerance * Math.abs(expected), 1e-300)
    expect(close, `${message}: ${actual} is not ${expected}`).toBe(true)
  } else if (typeof expected === 'object' && typeof actual === 'object') {
    for (const [key, value] of Object.entries(expected!)) expectClose(actual![key as never], value, `${message}.${key}`, tolerance)
  } else expect(actual, message).toBe(expected)
}
