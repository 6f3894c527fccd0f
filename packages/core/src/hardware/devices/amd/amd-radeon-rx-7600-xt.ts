import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_7600_XT: HardwareSpec = {
  id: 'amd-radeon-rx-7600-xt',
  name: 'AMD Radeon RX 7600 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2024,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 22.6e12, fp16: 45.1e12, int8: 45.1e12 },
  memoryBytesPerSecond: 288e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.755e9,
  powerWatts: 190,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/7000-series/amd-radeon-rx-7600xt.html',
}
