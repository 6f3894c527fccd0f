import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_9_7945HX: HardwareSpec = {
  id: 'amd-ryzen-9-7945hx',
  name: 'AMD Ryzen 9 7945HX',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 2.41e12, fp16: 2.41e12, int8: 9.63e12 },
  memoryBytesPerSecond: 83.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 16,
  clockHz: 4.7e9,
  powerWatts: 75,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/7000-series/amd-ryzen-9-7945hx.html',
}
