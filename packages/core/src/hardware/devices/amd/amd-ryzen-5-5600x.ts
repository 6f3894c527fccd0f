import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_5_5600X: HardwareSpec = {
  id: 'amd-ryzen-5-5600x',
  name: 'AMD Ryzen 5 5600X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2020,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.864e12, fp16: 0.864e12, int8: 1.73e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 6,
  clockHz: 4.5e9,
  powerWatts: 65,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/5000-series/amd-ryzen-5-5600x.html',
}
