import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_9754: HardwareSpec = {
  id: 'amd-epyc-9754',
  name: 'AMD EPYC 9754',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4c',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 9.22e12, fp16: 18.4e12, int8: 36.9e12 },
  memoryBytesPerSecond: 460.8e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 128,
  clockHz: 2.25e9,
  powerWatts: 360,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/4th-generation-9004-and-8004-series/amd-epyc-9754.html',
}
