import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLATFORMS } from '../hardware/hardware.ts'
import { anyCharacter } from '../testing/any-character.ts'
import { type ImportedMeasurement, importFile, writeBencher } from './index.ts'
import { RECORDED_PRECISIONS } from './measurement.ts'
import { importFixture } from './testing.ts'

const figure = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
const name = fc.oneof(
  fc.constantFrom('bert-base-uncased', 'BAAI/bge-base-en-v1.5', 'a?b&c=d%20', 'Qwen 3 (½)', '__proto__'),
  fc.string({ minLength: 1, maxLength: 20, unit: anyCharacter }).filter((text) => text.trim() === text && text !== ''),
)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const measurement: fc.Arbitrary<ImportedMeasurement> = fc
  .record({
    modelName: name,
    hardwarePlatform: fc.constantFrom(...PLATFORMS),
    device: optional(name),
    framework: optional(name),
    batchSize: optional(fc.integer({ min: 1, max: 2 ** 20 })),
    sequenceLength: optional(fc.integer({ min: 1, max: 2 ** 20 })),
    precision: optional(fc.constantFrom(...RECORDED_PRECISIONS)),
    mode: optional(fc.constantFrom('inference' as const, 'training' as const)),
    workload: fc.constantFrom('forward' as const, 'serving' as const),
    throughputSamplesPerSecond: figure,
    latencyMs: optional(figure),
    memoryMb: optional(figure),
  })
  .map((fields) => JSON.parse(JSON.stringify({ name: 'x', valid: true, problems: [], ...fields })))

const read = (measurements: readonly ImportedMeasurement[]) => importFile(new TextEncoder().encode(JSON.stringify(writeBencher(measurements))), 'bmf.json').measurements

describe('writeBencher', () => {
  it('writes what importFile reads back', () => {
    fc.assert(
      fc.property(fc.array(measurement, { minLength: 1, maxLength: 3 }), (measurements) => {
        const back = read(measurements)
        expect(back).toHaveLength(measurements.length)
        for (const [i, { name: _, throughputSamplesPerSecond, latencyMs, memoryMb, derived: __, ...rest }] of back.entries()) {
          const { name: ___, throughputSamplesPerSecond: throughput, latencyMs: latency, memoryMb: memory, ...configuration } = measurements[i]!
          expect(rest).toEqual(configuration)
          for (const [a, b] of [
            [throughputSamplesPerSecond, throughput],
            [latencyMs, latency],
            [memoryMb, memory],
          ])
            if (b !== undefined) expect(Math.abs(a! / b - 1)).toBeLessThan(1e-12)
        }
      }),
      { numRuns: 20, seed: 1 },
    )
  })

  it('gives nanoseconds, samples per second and bytes, with bounds', () => {
    const given: ImportedMeasurement = {
      name: 'forward',
      workload: 'forward',
      modelName: 'org/model',
      hardwarePlatform: 'cuda',
      batchSize: 8,
      latencyMs: 12.5,
      throughputSamplesPerSecond: 640,
      memoryMb: 2,
      bounds: { latencyMs: { lower: 12, upper: 13 } },
      valid: true,
      problems: [],
    }
    expect(writeBencher([given, given])).toEqual(
      Object.fromEntries(
        ['', '&run=2'].map((run) => [
          `org/model?hardware_platform=cuda&batch_size=8&workload=forward${run}`,
          { latency: { value: 12_500_000, lower_value: 12_000_000, upper_value: 13_000_000 }, throughput: { value: 640 }, 'peak-memory-bytes': { value: 2 ** 21 } },
        ]),
      ),
    )
    expect(read([given, given]).map(({ batchSize, bounds }) => [batchSize, bounds])).toEqual([1, 2].map(() => [8, { latencyMs: { lower: 12, upper: 13 } }]))
  })

  it('leaves out what is invalid', () => {
    expect(writeBencher(importFixture('mlperf-Server-summary.txt').measurements)).toEqual({})
  })
})
