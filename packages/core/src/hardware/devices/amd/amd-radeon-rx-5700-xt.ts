import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_5700_XT: HardwareSpec = {
  id: 'amd-radeon-rx-5700-xt',
  name: 'AMD Radeon RX 5700 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna1',
  releaseYear: 2019,
  platforms: ['webgpu', 'webnn'],
  operationsPerSecond: { fp32: 9.75e12, fp16: 19.5e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 40,
  clockHz: 1.905e9,
  powerWatts: 225,
  instructionGeneration: 101,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/5000-series/amd-radeon-rx-5700-xt.html',
}
