import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_ULTRA_60C_GPU: HardwareSpec = {
  id: 'apple-m2-ultra-60c-gpu',
  name: 'Apple M2 Ultra (60c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 21.5e12, fp16: 21.5e12, int8: 21.5e12 },
  memoryBytesPerSecond: 800e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 60,
  clockHz: 1.4e9,
  powerWatts: 150,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/06/apple-introduces-m2-ultra/',
}
