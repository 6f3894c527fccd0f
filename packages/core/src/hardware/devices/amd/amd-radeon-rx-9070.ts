import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_9070: HardwareSpec = {
  id: 'amd-radeon-rx-9070',
  name: 'AMD Radeon RX 9070',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna4',
  releaseYear: 2025,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 36.1e12, fp16: 145e12, int8: 289e12, fp8: 289e12 },
  memoryBytesPerSecond: 640e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 56,
  clockHz: 2.52e9,
  powerWatts: 220,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/9000-series/amd-radeon-rx-9070.html',
}
