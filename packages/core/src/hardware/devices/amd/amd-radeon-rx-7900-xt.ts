import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_7900_XT: HardwareSpec = {
  id: 'amd-radeon-rx-7900-xt',
  name: 'AMD Radeon RX 7900 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2022,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 51.5e12, fp16: 103e12, int8: 103e12 },
  memoryBytesPerSecond: 800e9,
  memoryBytes: 20 * 2 ** 30,
  cacheBytes: 80 * 2 ** 20,
  computeUnits: 84,
  clockHz: 2.4e9,
  powerWatts: 315,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/7000-series/amd-radeon-rx-7900xt.html',
}
