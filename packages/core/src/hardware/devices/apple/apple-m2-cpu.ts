import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_CPU: HardwareSpec = {
  id: 'apple-m2-cpu',
  name: 'Apple M2 CPU',
  aliases: ['Apple M2', 'Apple M2 (10c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2022,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.602e12, fp16: 1.204e12, int8: 2.408e12 },
  memoryBytesPerSecond: 100e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.5e9,
  powerWatts: 20,
  instructionGeneration: 2,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2022/06/apple-unveils-m2-with-breakthrough-performance-and-capabilities/',
}
