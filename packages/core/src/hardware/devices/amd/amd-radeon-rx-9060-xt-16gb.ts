import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_RX_9060_XT_16GB: HardwareSpec = {
  id: 'amd-radeon-rx-9060-xt-16gb',
  name: 'AMD Radeon RX 9060 XT 16GB',
  aliases: ['AMD Radeon RX 9060 XT'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna4',
  releaseYear: 2025,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 25.6e12, fp16: 103e12, int8: 205e12, fp8: 205e12 },
  memoryBytesPerSecond: 320e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 32,
  clockHz: 3.13e9,
  powerWatts: 160,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/desktops/radeon/9000-series/amd-radeon-rx-9060xt.html',
}
