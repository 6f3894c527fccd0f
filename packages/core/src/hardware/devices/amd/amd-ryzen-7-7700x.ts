import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_7700X: HardwareSpec = {
  id: 'amd-ryzen-7-7700x',
  name: 'AMD Ryzen 7 7700X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2022,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.33e12, fp16: 1.33e12, int8: 5.32e12 },
  memoryBytesPerSecond: 83.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 8,
  clockHz: 5.2e9,
  powerWatts: 105,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/7000-series/amd-ryzen-7-7700x.html',
}
