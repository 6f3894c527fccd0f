import type { HardwareSpec } from '../../hardware.ts'

/** The peak counts the matrix coprocessor that Accelerate uses. */
export const APPLE_M1_MAX_CPU: HardwareSpec = {
  id: 'apple-m1-max-cpu',
  name: 'Apple M1 Max CPU',
  aliases: ['Apple M1 Max', 'Apple M1 Max (32c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2021,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.6e12, fp16: 1.6e12, int8: 3.2e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 28 * 2 ** 20,
  computeUnits: 10,
  clockHz: 3.2e9,
  powerWatts: 30,
  instructionGeneration: 1,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2021/10/introducing-m1-pro-and-m1-max-the-most-powerful-chips-apple-has-ever-built/',
}
