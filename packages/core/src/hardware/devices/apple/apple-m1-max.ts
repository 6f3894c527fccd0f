import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_MAX: HardwareSpec = {
  id: 'apple-m1-max',
  name: 'Apple M1 Max',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2021,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 10.4e12, fp16: 10.4e12, int8: 10.4e12 },
  memoryBytesPerSecond: 400e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 32,
  clockHz: 1.3e9,
  powerWatts: 60,
  instructionGeneration: 1,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2021/10/introducing-m1-pro-and-m1-max-the-most-powerful-chips-apple-has-ever-built/',
}
