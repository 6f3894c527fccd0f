import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_5_7600X: HardwareSpec = {
  id: 'amd-ryzen-5-7600x',
  name: 'AMD Ryzen 5 7600X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2022,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.998e12, fp16: 0.998e12, int8: 3.99e12 },
  memoryBytesPerSecond: 83.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 6,
  clockHz: 5.2e9,
  powerWatts: 105,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/7000-series/amd-ryzen-5-7600x.html',
}
