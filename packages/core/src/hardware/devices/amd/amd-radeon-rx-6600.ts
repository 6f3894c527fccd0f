import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_6600: HardwareSpec = {
  id: 'amd-radeon-rx-6600',
  name: 'AMD Radeon RX 6600',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna2',
  releaseYear: 2021,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 8.9e12, fp16: 17.9e12, int8: 35.7e12 },
  memoryBytesPerSecond: 224e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 28,
  clockHz: 2.491e9,
  powerWatts: 132,
  instructionGeneration: 103,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/6000-series/amd-radeon-rx-6600.html',
}
