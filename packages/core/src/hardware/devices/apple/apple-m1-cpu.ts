import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_CPU: HardwareSpec = {
  id: 'apple-m1-cpu',
  name: 'Apple M1 CPU',
  aliases: ['Apple M1', 'Apple M1 (8c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2020,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.541e12, fp16: 1.082e12, int8: 2.164e12 },
  memoryBytesPerSecond: 68.3e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.2e9,
  powerWatts: 20,
  instructionGeneration: 1,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2020/11/apple-unleashes-m1/',
}
