import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_MAX_32C_GPU: HardwareSpec = {
  id: 'apple-m4-max-32c-gpu',
  name: 'Apple M4 Max (32c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 13.6e12, fp16: 13.6e12, int8: 13.6e12 },
  memoryBytesPerSecond: 410e9,
  memoryBytes: 36 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 32,
  clockHz: 1.58e9,
  powerWatts: 80,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2024/10/apple-introduces-m4-pro-and-m4-max/',
}
