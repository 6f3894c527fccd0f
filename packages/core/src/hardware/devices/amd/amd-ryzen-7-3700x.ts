import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_3700X: HardwareSpec = {
  id: 'amd-ryzen-7-3700x',
  name: 'AMD Ryzen 7 3700X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen2',
  releaseYear: 2019,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.05e12, fp16: 1.05e12, int8: 2.1e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.1e9,
  powerWatts: 65,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/3000-series/amd-ryzen-7-3700x.html',
}
