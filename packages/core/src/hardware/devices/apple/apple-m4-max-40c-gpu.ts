import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_MAX_40C_GPU: HardwareSpec = {
  id: 'apple-m4-max-40c-gpu',
  name: 'Apple M4 Max (40c GPU)',
  aliases: ['Apple M4 Max'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 17e12, fp16: 17e12, int8: 17e12 },
  memoryBytesPerSecond: 546e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 40,
  clockHz: 1.58e9,
  powerWatts: 90,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2024/10/apple-introduces-m4-pro-and-m4-max/',
}
