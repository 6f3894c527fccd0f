import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_9755: HardwareSpec = {
  id: 'amd-epyc-9755',
  name: 'AMD EPYC 9755',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 22.1e12, fp16: 44.2e12, int8: 88.5e12 },
  memoryBytesPerSecond: 614.4e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 512 * 2 ** 20,
  computeUnits: 128,
  clockHz: 2.7e9,
  powerWatts: 500,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/9005-series/amd-epyc-9755.html',
}
