import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_PRO_CPU: HardwareSpec = {
  id: 'apple-m3-pro-cpu',
  name: 'Apple M3 Pro CPU',
  aliases: ['Apple M3 Pro', 'Apple M3 Pro (14c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.912e12, fp16: 1.824e12, int8: 3.648e12 },
  memoryBytesPerSecond: 153.6e9,
  memoryBytes: 18 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 11,
  clockHz: 4.05e9,
  powerWatts: 30,
  instructionGeneration: 3,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
