import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_9_9950X: HardwareSpec = {
  id: 'amd-ryzen-9-9950x',
  name: 'AMD Ryzen 9 9950X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 5.12e12, fp16: 5.12e12, int8: 20.5e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 16,
  clockHz: 5e9,
  powerWatts: 170,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/9000-series/amd-ryzen-9-9950x.html',
}
