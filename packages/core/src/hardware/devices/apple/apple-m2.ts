import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2: HardwareSpec = {
  id: 'apple-m2',
  name: 'Apple M2',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2022,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 3.6e12, fp16: 3.6e12, int8: 3.6e12 },
  memoryBytesPerSecond: 100e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 10,
  clockHz: 1.4e9,
  powerWatts: 20,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2022/06/apple-unveils-m2-with-breakthrough-performance-and-capabilities/',
}
