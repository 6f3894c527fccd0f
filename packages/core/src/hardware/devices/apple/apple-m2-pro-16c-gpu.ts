import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_PRO_16C_GPU: HardwareSpec = {
  id: 'apple-m2-pro-16c-gpu',
  name: 'Apple M2 Pro (16c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 5.7e12, fp16: 5.7e12, int8: 5.7e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 16,
  clockHz: 1.4e9,
  powerWatts: 35,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/01/apple-unveils-m2-pro-and-m2-max-next-generation-chips-for-next-level-workflows/',
}
