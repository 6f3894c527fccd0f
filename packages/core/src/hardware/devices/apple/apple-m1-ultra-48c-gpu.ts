import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_ULTRA_48C_GPU: HardwareSpec = {
  id: 'apple-m1-ultra-48c-gpu',
  name: 'Apple M1 Ultra (48c GPU)',
  aliases: ['Apple M1 Ultra'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2022,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 15.7e12, fp16: 15.7e12, int8: 15.7e12 },
  memoryBytesPerSecond: 800e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.3e9,
  powerWatts: 100,
  instructionGeneration: 1,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2022/03/apple-unveils-m1-ultra-the-worlds-most-powerful-chip-for-a-personal-computer/',
}
