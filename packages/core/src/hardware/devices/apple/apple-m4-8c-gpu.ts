import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_8C_GPU: HardwareSpec = {
  id: 'apple-m4-8c-gpu',
  name: 'Apple M4 (8c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 3.4e12, fp16: 3.4e12, int8: 3.4e12 },
  memoryBytesPerSecond: 120e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.58e9,
  powerWatts: 22,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2024/05/apple-introduces-m4-chip/',
}
