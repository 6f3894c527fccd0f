import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_8C_GPU: HardwareSpec = {
  id: 'apple-m2-8c-gpu',
  name: 'Apple M2 (8c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2022,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.9e12, fp16: 2.9e12, int8: 2.9e12 },
  memoryBytesPerSecond: 100e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.4e9,
  powerWatts: 20,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2022/06/apple-unveils-m2-with-breakthrough-performance-and-capabilities/',
}
