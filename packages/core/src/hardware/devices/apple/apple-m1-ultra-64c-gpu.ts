import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_ULTRA_64C_GPU: HardwareSpec = {
  id: 'apple-m1-ultra-64c-gpu',
  name: 'Apple M1 Ultra (64c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2022,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 20.9e12, fp16: 20.9e12, int8: 20.9e12 },
  memoryBytesPerSecond: 800e9,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 64,
  clockHz: 1.3e9,
  powerWatts: 120,
  instructionGeneration: 1,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2022/03/apple-unveils-m1-ultra-the-worlds-most-powerful-chip-for-a-personal-computer/',
}
