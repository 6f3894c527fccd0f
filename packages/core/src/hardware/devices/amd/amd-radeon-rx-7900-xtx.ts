import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_7900_XTX: HardwareSpec = {
  id: 'amd-radeon-rx-7900-xtx',
  name: 'AMD Radeon RX 7900 XTX',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2022,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 61.4e12, fp16: 122.8e12, int8: 122.8e12 },
  memoryBytesPerSecond: 960e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 96,
  clockHz: 2.5e9,
  powerWatts: 355,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/7000-series/amd-radeon-rx-7900xtx.html',
}
