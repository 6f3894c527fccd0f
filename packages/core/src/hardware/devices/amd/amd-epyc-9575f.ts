import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_9575F: HardwareSpec = {
  id: 'amd-epyc-9575f',
  name: 'AMD EPYC 9575F',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 13.5e12, fp16: 27e12, int8: 54.1e12 },
  memoryBytesPerSecond: 614.4e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 64,
  clockHz: 3.3e9,
  powerWatts: 400,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/9005-series/amd-epyc-9575f.html',
}
