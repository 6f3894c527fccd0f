import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_10C_GPU: HardwareSpec = {
  id: 'apple-m4-10c-gpu',
  name: 'Apple M4 (10c GPU)',
  aliases: ['Apple M4'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.3e12, fp16: 4.3e12, int8: 4.3e12 },
  memoryBytesPerSecond: 120e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 10,
  clockHz: 1.58e9,
  powerWatts: 22,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2024/05/apple-introduces-m4-chip/',
}
