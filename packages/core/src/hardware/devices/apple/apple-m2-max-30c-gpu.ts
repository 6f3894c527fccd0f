import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_MAX_30C_GPU: HardwareSpec = {
  id: 'apple-m2-max-30c-gpu',
  name: 'Apple M2 Max (30c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 10.7e12, fp16: 10.7e12, int8: 10.7e12 },
  memoryBytesPerSecond: 400e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 30,
  clockHz: 1.4e9,
  powerWatts: 60,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/01/apple-unveils-m2-pro-and-m2-max-next-generation-chips-for-next-level-workflows/',
}
