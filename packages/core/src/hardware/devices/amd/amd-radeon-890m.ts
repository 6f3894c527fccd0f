import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_890M: HardwareSpec = {
  id: 'amd-radeon-890m',
  name: 'AMD Radeon 890M',
  kind: 'igpu',
  vendor: 'amd',
  architecture: 'rdna3.5',
  releaseYear: 2024,
  platforms: ['webgpu', 'webnn'],
  operationsPerSecond: { fp32: 11.9e12, fp16: 23.8e12, int8: 23.8e12 },
  memoryBytesPerSecond: 120e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 16,
  clockHz: 2.9e9,
  powerWatts: 28,
  instructionGeneration: 115,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/ai-300-series/amd-ryzen-ai-9-hx-370.html',
}
