import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M3_ULTRA_CPU: HardwareSpec = {
  id: 'apple-m3-ultra-cpu',
  name: 'Apple M3 Ultra CPU',
  aliases: ['Apple M3 Ultra', 'Apple M3 Ultra (60c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2025,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 2.94e12, fp16: 5.88e12, int8: 11.76e12 },
  memoryBytesPerSecond: 819e9,
  memoryBytes: 96 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 28,
  clockHz: 4.05e9,
  powerWatts: 90,
  instructionGeneration: 3,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2025/03/apple-reveals-m3-ultra-taking-apple-silicon-to-a-new-extreme/',
}
