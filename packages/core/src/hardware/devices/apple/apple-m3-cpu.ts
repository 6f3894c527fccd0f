import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_CPU: HardwareSpec = {
  id: 'apple-m3-cpu',
  name: 'Apple M3 CPU',
  aliases: ['Apple M3', 'Apple M3 (10c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.694e12, fp16: 1.388e12, int8: 2.776e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.05e9,
  powerWatts: 22,
  instructionGeneration: 3,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
