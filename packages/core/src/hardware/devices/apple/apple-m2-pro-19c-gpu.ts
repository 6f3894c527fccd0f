import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_PRO_19C_GPU: HardwareSpec = {
  id: 'apple-m2-pro-19c-gpu',
  name: 'Apple M2 Pro (19c GPU)',
  aliases: ['Apple M2 Pro'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 6.8e12, fp16: 6.8e12, int8: 6.8e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 19,
  clockHz: 1.4e9,
  powerWatts: 40,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/01/apple-unveils-m2-pro-and-m2-max-next-generation-chips-for-next-level-workflows/',
}
