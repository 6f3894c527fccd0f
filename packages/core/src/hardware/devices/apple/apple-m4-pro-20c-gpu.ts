import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_PRO_20C_GPU: HardwareSpec = {
  id: 'apple-m4-pro-20c-gpu',
  name: 'Apple M4 Pro (20c GPU)',
  aliases: ['Apple M4 Pro'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 8.5e12, fp16: 8.5e12, int8: 8.5e12 },
  memoryBytesPerSecond: 273e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 20,
  clockHz: 1.58e9,
  powerWatts: 45,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2024/10/apple-introduces-m4-pro-and-m4-max/',
}
