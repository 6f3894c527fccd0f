import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_7713: HardwareSpec = {
  id: 'amd-epyc-7713',
  name: 'AMD EPYC 7713',
  aliases: ['AMD EPYC 7713P'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 4.1e12, fp16: 4.1e12, int8: 8.19e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2e9,
  powerWatts: 225,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/7003-series/amd-epyc-7713.html',
}
