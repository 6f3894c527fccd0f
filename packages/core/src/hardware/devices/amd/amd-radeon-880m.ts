import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_880M: HardwareSpec = {
  id: 'amd-radeon-880m',
  name: 'AMD Radeon 880M',
  kind: 'igpu',
  vendor: 'amd',
  architecture: 'rdna3.5',
  releaseYear: 2024,
  platforms: ['webgpu', 'webnn'],
  operationsPerSecond: { fp32: 8.9e12, fp16: 17.8e12, int8: 17.8e12 },
  memoryBytesPerSecond: 120e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 12,
  clockHz: 2.9e9,
  powerWatts: 28,
  instructionGeneration: 115,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/ai-300-series/amd-ryzen-ai-9-365.html',
}
