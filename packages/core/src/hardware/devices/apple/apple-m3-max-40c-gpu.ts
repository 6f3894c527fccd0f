import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_MAX_40C_GPU: HardwareSpec = {
  id: 'apple-m3-max-40c-gpu',
  name: 'Apple M3 Max (40c GPU)',
  aliases: ['Apple M3 Max'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 14.2e12, fp16: 14.2e12, int8: 14.2e12 },
  memoryBytesPerSecond: 409.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 40,
  clockHz: 1.4e9,
  powerWatts: 80,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}
