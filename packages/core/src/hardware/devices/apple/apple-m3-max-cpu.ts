import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_MAX_CPU: HardwareSpec = {
  id: 'apple-m3-max-cpu',
  name: 'Apple M3 Max CPU',
  aliases: ['Apple M3 Max', 'Apple M3 Max (40c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.73e12, fp16: 3.46e12, int8: 6.92e12 },
  memoryBytesPerSecond: 409.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 16,
  clockHz: 4.05e9,
  powerWatts: 50,
  instructionGeneration: 3,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
