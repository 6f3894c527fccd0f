import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_9_7950X: HardwareSpec = {
  id: 'amd-ryzen-9-7950x',
  name: 'AMD Ryzen 9 7950X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2022,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 2.61e12, fp16: 2.61e12, int8: 10.4e12 },
  memoryBytesPerSecond: 83.2e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 16,
  clockHz: 5.1e9,
  powerWatts: 170,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/7000-series/amd-ryzen-9-7950x.html',
}
