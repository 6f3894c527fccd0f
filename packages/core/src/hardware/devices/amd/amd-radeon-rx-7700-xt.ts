import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_7700_XT: HardwareSpec = {
  id: 'amd-radeon-rx-7700-xt',
  name: 'AMD Radeon RX 7700 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2023,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 35.2e12, fp16: 70.3e12, int8: 70.3e12 },
  memoryBytesPerSecond: 432e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 54,
  clockHz: 2.544e9,
  powerWatts: 245,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/7000-series/amd-radeon-rx-7700xt.html',
}
