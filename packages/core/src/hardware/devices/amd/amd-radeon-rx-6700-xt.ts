import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_6700_XT: HardwareSpec = {
  id: 'amd-radeon-rx-6700-xt',
  name: 'AMD Radeon RX 6700 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna2',
  releaseYear: 2021,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 13.2e12, fp16: 26.4e12, int8: 52.9e12 },
  memoryBytesPerSecond: 384e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 40,
  clockHz: 2.581e9,
  powerWatts: 230,
  instructionGeneration: 103,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/6000-series/amd-radeon-rx-6700-xt.html',
}
