import type { HardwareSpec } from '../../hardware.ts'

export const AMD_EPYC_9654: HardwareSpec = {
  id: 'amd-epyc-9654',
  name: 'AMD EPYC 9654',
  aliases: ['AMD EPYC 9654P'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 7.37e12, fp16: 14.7e12, int8: 29.5e12 },
  memoryBytesPerSecond: 460.8e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 384 * 2 ** 20,
  computeUnits: 96,
  clockHz: 2.4e9,
  powerWatts: 360,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/server/epyc/4th-generation-9004-and-8004-series/amd-epyc-9654.html',
}
