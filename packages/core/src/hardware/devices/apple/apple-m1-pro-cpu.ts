import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_PRO_CPU: HardwareSpec = {
  id: 'apple-m1-pro-cpu',
  name: 'Apple M1 Pro CPU',
  aliases: ['Apple M1 Pro', 'Apple M1 Pro (16c GPU) CPU'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2021,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.885e12, fp16: 1.77e12, int8: 3.54e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 10,
  clockHz: 3.2e9,
  powerWatts: 30,
  instructionGeneration: 1,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2021/10/introducing-m1-pro-and-m1-max-the-most-powerful-chips-apple-has-ever-built/',
}
