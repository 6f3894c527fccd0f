import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_780M: HardwareSpec = {
  id: 'amd-radeon-780m',
  name: 'AMD Radeon 780M',
  kind: 'igpu',
  vendor: 'amd',
  architecture: 'rdna3',
  releaseYear: 2023,
  platforms: ['webgpu', 'webnn'],
  operationsPerSecond: { fp32: 8.3e12, fp16: 16.6e12, int8: 16.6e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 12,
  clockHz: 2.7e9,
  powerWatts: 54,
  instructionGeneration: 110,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/7000-series/amd-ryzen-9-7940hs.html',
}
