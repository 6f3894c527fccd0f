import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_7543: HardwareSpec = {
  id: 'amd-epyc-7543',
  name: 'AMD EPYC 7543',
  aliases: ['AMD EPYC 7543P'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 2.87e12, fp16: 2.87e12, int8: 5.73e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.8e9,
  powerWatts: 225,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/7003-series/amd-epyc-7543.html',
}
