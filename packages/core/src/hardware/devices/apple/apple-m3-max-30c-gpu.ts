import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_MAX_30C_GPU: HardwareSpec = {
  id: 'apple-m3-max-30c-gpu',
  name: 'Apple M3 Max (30c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 10.7e12, fp16: 10.7e12, int8: 10.7e12 },
  memoryBytesPerSecond: 307e9,
  memoryBytes: 36 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 30,
  clockHz: 1.4e9,
  powerWatts: 70,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
