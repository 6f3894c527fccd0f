import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_8C_GPU: HardwareSpec = {
  id: 'apple-m1-8c-gpu',
  name: 'Apple M1 (8c GPU)',
  aliases: ['Apple M1'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2020,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.6e12, fp16: 2.6e12, int8: 2.6e12 },
  memoryBytesPerSecond: 68.3e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.28e9,
  powerWatts: 20,
  instructionGeneration: 1,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2020/11/apple-unleashes-m1/',
}
