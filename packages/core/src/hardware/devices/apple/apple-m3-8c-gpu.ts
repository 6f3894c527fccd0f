import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_8C_GPU: HardwareSpec = {
  id: 'apple-m3-8c-gpu',
  name: 'Apple M3 (8c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.9e12, fp16: 2.9e12, int8: 2.9e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.4e9,
  powerWatts: 20,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
