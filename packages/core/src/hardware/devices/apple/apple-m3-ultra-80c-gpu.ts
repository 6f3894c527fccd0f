import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_ULTRA_80C_GPU: HardwareSpec = {
  id: 'apple-m3-ultra-80c-gpu',
  name: 'Apple M3 Ultra (80c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2025,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 28.5e12, fp16: 28.5e12, int8: 28.5e12 },
  memoryBytesPerSecond: 819e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 80,
  clockHz: 1.4e9,
  powerWatts: 180,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2025/03/apple-reveals-m3-ultra-taking-apple-silicon-to-a-new-extreme/',
}
