import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_680M: HardwareSpec = {
  id: 'amd-radeon-680m',
  name: 'AMD Radeon 680M',
  kind: 'igpu',
  vendor: 'amd',
  architecture: 'rdna2',
  releaseYear: 2022,
  platforms: ['webgpu', 'webnn'],
  operationsPerSecond: { fp32: 3.7e12, fp16: 7.4e12, int8: 14.7e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 12,
  clockHz: 2.4e9,
  powerWatts: 45,
  instructionGeneration: 103,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/6000-series/amd-ryzen-9-6900hs.html',
}
