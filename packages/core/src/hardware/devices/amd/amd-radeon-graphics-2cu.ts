import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_GRAPHICS_2CU: HardwareSpec = {
  id: 'amd-radeon-graphics-2cu',
  name: 'AMD Radeon Graphics 2CU (Ryzen 9000 iGPU)',
  aliases: ['AMD Radeon Graphics'],
  kind: 'igpu',
  vendor: 'amd',
  architecture: 'rdna2',
  releaseYear: 2024,
  platforms: ['webgpu', 'webnn'],
  operationsPerSecond: { fp32: 0.56e12, fp16: 1.13e12, int8: 1.13e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 2,
  clockHz: 2.2e9,
  powerWatts: 65,
  instructionGeneration: 103,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/processors/desktops/ryzen/9000-series/amd-ryzen-9-9950x.html',
}
