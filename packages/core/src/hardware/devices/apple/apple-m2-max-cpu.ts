import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_MAX_CPU: HardwareSpec = {
  id: 'apple-m2-max-cpu',
  name: 'Apple M2 Max CPU',
  aliases: ['Apple M2 Max', 'Apple M2 Max (38c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.05e12, fp16: 2.1e12, int8: 4.2e12 },
  memoryBytesPerSecond: 400e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 12,
  clockHz: 3.5e9,
  powerWatts: 40,
  instructionGeneration: 2,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/01/apple-unveils-m2-pro-and-m2-max-next-generation-chips-for-next-level-workflows/',
}
