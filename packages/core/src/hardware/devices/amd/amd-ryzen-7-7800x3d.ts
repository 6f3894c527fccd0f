import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_7_7800X3D: HardwareSpec = {
  id: 'amd-ryzen-7-7800x3d',
  name: 'AMD Ryzen 7 7800X3D',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2023,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.23e12, fp16: 1.23e12, int8: 4.92e12 },
  memoryBytesPerSecond: 83.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.8e9,
  powerWatts: 120,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/7000-series/amd-ryzen-7-7800x3d.html',
}
