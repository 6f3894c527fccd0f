import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_CPU: HardwareSpec = {
  id: 'apple-m4-cpu',
  name: 'Apple M4 CPU',
  aliases: ['Apple M4', 'Apple M4 (10c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.842e12, fp16: 1.684e12, int8: 3.368e12 },
  memoryBytesPerSecond: 120e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 10,
  clockHz: 4.4e9,
  powerWatts: 22,
  instructionGeneration: 4,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2024/05/apple-introduces-m4-chip/',
}
