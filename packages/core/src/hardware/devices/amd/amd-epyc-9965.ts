import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_9965: HardwareSpec = {
  id: 'amd-epyc-9965',
  name: 'AMD EPYC 9965',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5c',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 27.6e12, fp16: 55.3e12, int8: 111e12 },
  memoryBytesPerSecond: 614.4e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 384 * 2 ** 20,
  computeUnits: 192,
  clockHz: 2.25e9,
  powerWatts: 500,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/9005-series/amd-epyc-9965.html',
}
