import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_7600: HardwareSpec = {
  id: 'amd-radeon-rx-7600',
  name: 'AMD Radeon RX 7600',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2023,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 21.8e12, fp16: 43.5e12, int8: 43.5e12 },
  memoryBytesPerSecond: 288e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.655e9,
  powerWatts: 165,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/7000-series/amd-radeon-rx-7600.html',
}
