import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3: HardwareSpec = {
  id: 'apple-m3',
  name: 'Apple M3',
  aliases: ['Apple M3 (10c GPU)'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 3.6e12, fp16: 3.6e12, int8: 3.6e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 10,
  clockHz: 1.4e9,
  powerWatts: 22,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
