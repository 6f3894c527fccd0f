import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_ULTRA_60C_GPU: HardwareSpec = {
  id: 'apple-m3-ultra-60c-gpu',
  name: 'Apple M3 Ultra (60c GPU)',
  aliases: ['Apple M3 Ultra'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2025,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 21.4e12, fp16: 21.4e12, int8: 21.4e12 },
  memoryBytesPerSecond: 819e9,
  memoryBytes: 96 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 60,
  clockHz: 1.4e9,
  powerWatts: 150,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2025/03/apple-reveals-m3-ultra-taking-apple-silicon-to-a-new-extreme/',
}
