import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_9554: HardwareSpec = {
  id: 'amd-epyc-9554',
  name: 'AMD EPYC 9554',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 6.35e12, fp16: 12.7e12, int8: 25.4e12 },
  memoryBytesPerSecond: 460.8e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 64,
  clockHz: 3.1e9,
  powerWatts: 360,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/4th-generation-9004-and-8004-series/amd-epyc-9554.html',
}
