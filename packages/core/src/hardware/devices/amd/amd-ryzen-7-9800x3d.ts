import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_9800X3D: HardwareSpec = {
  id: 'amd-ryzen-7-9800x3d',
  name: 'AMD Ryzen 7 9800X3D',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 2.66e12, fp16: 2.66e12, int8: 10.6e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 8,
  clockHz: 5.2e9,
  powerWatts: 120,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/9000-series/amd-ryzen-7-9800x3d.html',
}
