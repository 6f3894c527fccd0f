import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_7800_XT: HardwareSpec = {
  id: 'amd-radeon-rx-7800-xt',
  name: 'AMD Radeon RX 7800 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2023,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 37.3e12, fp16: 74.7e12, int8: 74.7e12 },
  memoryBytesPerSecond: 624e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 60,
  clockHz: 2.43e9,
  powerWatts: 263,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/7000-series/amd-radeon-rx-7800xt.html',
}
