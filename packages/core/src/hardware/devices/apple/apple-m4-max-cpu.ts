import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_MAX_CPU: HardwareSpec = {
  id: 'apple-m4-max-cpu',
  name: 'Apple M4 Max CPU',
  aliases: ['Apple M4 Max', 'Apple M4 Max (40c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.89e12, fp16: 3.78e12, int8: 7.56e12 },
  memoryBytesPerSecond: 546e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 16,
  clockHz: 4.5e9,
  powerWatts: 60,
  instructionGeneration: 4,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2024/10/apple-introduces-m4-pro-and-m4-max/',
}
