import { describe, expect, it } from 'vitest'
import { comparableKey, measuredFacts } from './measured-facts.ts'

const LATENCY = { runs: 6, mean: 0.01, standardDeviation: 0.001, coefficientOfVariation: 0.1, minimum: 0.009, maximum: 0.012, p50: 0.01, medianAbsoluteDeviation: 0.001 }
const RAW = {
  loadSeconds: 0.1,
  firstRunSeconds: 0.02,
  warmUpSamples: Float64Array.of(0.01),
  samples: new Float64Array(6).fill(0.01),
  windowSeconds: 0.06,
  isPrecise: true,
  nonFiniteOutputs: [],
}
const MACHINE = {
  processor: 'A processor',
  logicalCores: 2,
  governor: '',
  memoryBytes: 2 ** 30,
  freeMemoryBytes: 2 ** 29,
  gpu: '',
  driver: '',
  system: 'linux',
  runtime: 'onnxruntime-node 1',
  node: '24',
  power: '',
}
const HOW = { profile: 'quick', scenario: 'single_stream', threads: null, image_size: null, max_seconds: null } as const
const RESULT = { latency: LATENCY, throughputPerSecond: 100, flags: [], raw: RAW }
const statisticsOf = (result: Parameters<typeof measuredFacts>[0]): object => measuredFacts(result, HOW, { device: 'A processor' }, MACHINE).statistics

describe('What is kept of a measurement', () => {
  it('holds power and the energy of an item where the machine showed them', () => {
    const part = { part: 'package-0', joules: 3, source: 'rapl', watts: 50 } as const
    const statistics = statisticsOf({ ...RESULT, power: { watts: 50, joulesPerItem: 0.5, parts: [part] } })
    expect(statistics).toMatchObject({ power_watts: 50, joules_per_item: 0.5, power_by_part: [{ part: 'package-0', watts: 50, source: 'rapl' }] })
  })

  it('says nothing of power, rather than zero, where the machine shows none', () => {
    expect(Object.keys(statisticsOf(RESULT)).filter((key) => /power|joule/.test(key))).toEqual([])
  })

  it('stands for another measurement of the same phase alone', () => {
    const [usual, prefill, decode] = [HOW, { ...HOW, phase: 'prefill' }, { ...HOW, phase: 'decode' }].map((how) => comparableKey(how as typeof HOW, MACHINE))
    expect(prefill).toBe(usual)
    expect(decode).not.toBe(usual)
  })
})
