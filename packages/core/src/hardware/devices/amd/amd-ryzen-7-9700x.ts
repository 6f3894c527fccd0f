import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_9700X: HardwareSpec = {
  id: 'amd-ryzen-7-9700x',
  name: 'AMD Ryzen 7 9700X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 2.56e12, fp16: 2.56e12, int8: 10.2e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 8,
  clockHz: 5e9,
  powerWatts: 65,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/9000-series/amd-ryzen-7-9700x.html',
}
