import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_6600_XT: HardwareSpec = {
  id: 'amd-radeon-rx-6600-xt',
  name: 'AMD Radeon RX 6600 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna2',
  releaseYear: 2021,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 10.6e12, fp16: 21.2e12, int8: 42.4e12 },
  memoryBytesPerSecond: 256e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.589e9,
  powerWatts: 160,
  instructionGeneration: 103,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/6000-series/amd-radeon-rx-6600-xt.html',
}
