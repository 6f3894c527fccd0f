import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_PRO_W7900: HardwareSpec = {
  id: 'amd-radeon-pro-w7900',
  name: 'AMD Radeon PRO W7900',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2023,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 61.3e12, fp16: 122.6e12, int8: 122.6e12 },
  memoryBytesPerSecond: 864e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 96,
  clockHz: 2.495e9,
  powerWatts: 295,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/workstations/radeon-pro/w7900.html',
}
