import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_6800_XT: HardwareSpec = {
  id: 'amd-radeon-rx-6800-xt',
  name: 'AMD Radeon RX 6800 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna2',
  releaseYear: 2020,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 20.7e12, fp16: 41.5e12, int8: 82.9e12 },
  memoryBytesPerSecond: 512e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 128 * 2 ** 20,
  computeUnits: 72,
  clockHz: 2.25e9,
  powerWatts: 300,
  instructionGeneration: 103,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/6000-series/amd-radeon-rx-6800-xt.html',
}
