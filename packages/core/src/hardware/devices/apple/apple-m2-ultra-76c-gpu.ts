import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M2_ULTRA_76C_GPU: HardwareSpec = {
  id: 'apple-m2-ultra-76c-gpu',
  name: 'Apple M2 Ultra (76c GPU)',
  aliases: ['Apple M2 Ultra'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm2',
  releaseYear: 2023,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 27.2e12, fp16: 27.2e12, int8: 27.2e12 },
  memoryBytesPerSecond: 800e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 76,
  clockHz: 1.4e9,
  powerWatts: 150,
  instructionGeneration: 2,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2023/06/apple-introduces-m2-ultra/',
}
