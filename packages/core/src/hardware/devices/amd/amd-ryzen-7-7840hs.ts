import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_7840HS: HardwareSpec = {
  id: 'amd-ryzen-7-7840hs',
  name: 'AMD Ryzen 7 7840HS',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.2e12, fp16: 1.2e12, int8: 4.81e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.7e9,
  powerWatts: 54,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/7000-series/amd-ryzen-7-7840hs.html',
}
