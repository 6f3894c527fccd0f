import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_PRO_14C_GPU: HardwareSpec = {
  id: 'apple-m3-pro-14c-gpu',
  name: 'Apple M3 Pro (14c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 5e12, fp16: 5e12, int8: 5e12 },
  memoryBytesPerSecond: 153.6e9,
  memoryBytes: 18 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 14,
  clockHz: 1.4e9,
  powerWatts: 30,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
