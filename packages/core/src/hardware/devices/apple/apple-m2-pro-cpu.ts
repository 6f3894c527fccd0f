import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_PRO_CPU: HardwareSpec = {
  id: 'apple-m2-pro-cpu',
  name: 'Apple M2 Pro CPU',
  aliases: ['Apple M2 Pro', 'Apple M2 Pro (16c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.05e12, fp16: 2.1e12, int8: 4.2e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 12,
  clockHz: 3.5e9,
  powerWatts: 35,
  instructionGeneration: 2,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/01/apple-unveils-m2-pro-and-m2-max-next-generation-chips-for-next-level-workflows/',
}
