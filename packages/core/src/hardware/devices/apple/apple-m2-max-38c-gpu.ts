import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_MAX_38C_GPU: HardwareSpec = {
  id: 'apple-m2-max-38c-gpu',
  name: 'Apple M2 Max (38c GPU)',
  aliases: ['Apple M2 Max'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 13.6e12, fp16: 13.6e12, int8: 13.6e12 },
  memoryBytesPerSecond: 400e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 38,
  clockHz: 1.4e9,
  powerWatts: 70,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/01/apple-unveils-m2-pro-and-m2-max-next-generation-chips-for-next-level-workflows/',
}
