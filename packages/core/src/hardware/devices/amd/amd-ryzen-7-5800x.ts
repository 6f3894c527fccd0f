import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_5800X: HardwareSpec = {
  id: 'amd-ryzen-7-5800x',
  name: 'AMD Ryzen 7 5800X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2020,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.18e12, fp16: 1.18e12, int8: 2.36e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.6e9,
  powerWatts: 105,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/5000-series/amd-ryzen-7-5800x.html',
}
