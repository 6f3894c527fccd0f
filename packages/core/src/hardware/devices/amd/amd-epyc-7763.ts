import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_7763: HardwareSpec = {
  id: 'amd-epyc-7763',
  name: 'AMD EPYC 7763',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 5.02e12, fp16: 5.02e12, int8: 10e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.45e9,
  powerWatts: 280,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/7003-series/amd-epyc-7763.html',
}
