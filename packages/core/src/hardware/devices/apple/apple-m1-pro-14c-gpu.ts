import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M1_PRO_14C_GPU: HardwareSpec = {
  id: 'apple-m1-pro-14c-gpu',
  name: 'Apple M1 Pro (14c GPU)',
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2021,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.6e12, fp16: 4.6e12, int8: 4.6e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 14,
  clockHz: 1.3e9,
  powerWatts: 35,
  instructionGeneration: 1,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.apple.com/newsroom/2021/10/introducing-m1-pro-and-m1-max-the-most-powerful-chips-apple-has-ever-built/',
}
