import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_PRO_16C_GPU: HardwareSpec = {
  id: 'apple-m4-pro-16c-gpu',
  name: 'Apple M4 Pro (16c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 6.8e12, fp16: 6.8e12, int8: 6.8e12 },
  memoryBytesPerSecond: 273e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 16,
  clockHz: 1.58e9,
  powerWatts: 40,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2024/10/apple-introduces-m4-pro-and-m4-max/',
}
