import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_ULTRA_CPU: HardwareSpec = {
  id: 'apple-m1-ultra-cpu',
  name: 'Apple M1 Ultra CPU',
  aliases: ['Apple M1 Ultra', 'Apple M1 Ultra (48c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2022,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.77e12, fp16: 3.54e12, int8: 7.08e12 },
  memoryBytesPerSecond: 800e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 20,
  clockHz: 3.2e9,
  powerWatts: 60,
  instructionGeneration: 1,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2022/03/apple-unveils-m1-ultra-the-worlds-most-powerful-chip-for-a-personal-computer/',
}
