import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M4_PRO_CPU: HardwareSpec = {
  id: 'apple-m4-pro-cpu',
  name: 'Apple M4 Pro CPU',
  aliases: ['Apple M4 Pro', 'Apple M4 Pro (20c GPU) CPU', 'Apple M4 Pro (16c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm4',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.61e12, fp16: 3.22e12, int8: 6.44e12 },
  memoryBytesPerSecond: 273e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 14,
  clockHz: 4.5e9,
  powerWatts: 45,
  instructionGeneration: 4,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2024/10/apple-introduces-m4-pro-and-m4-max/',
}
