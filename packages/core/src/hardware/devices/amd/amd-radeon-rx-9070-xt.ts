import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_9070_XT: HardwareSpec = {
  id: 'amd-radeon-rx-9070-xt',
  name: 'AMD Radeon RX 9070 XT',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna4',
  releaseYear: 2025,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 48.7e12, fp16: 195e12, int8: 389e12, fp8: 389e12 },
  memoryBytesPerSecond: 640e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.97e9,
  powerWatts: 304,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/9000-series/amd-radeon-rx-9070xt.html',
}
