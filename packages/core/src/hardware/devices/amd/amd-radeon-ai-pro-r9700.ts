import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_AI_PRO_R9700: HardwareSpec = {
  id: 'amd-radeon-ai-pro-r9700',
  name: 'AMD Radeon AI PRO R9700',
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'rdna4',
  releaseYear: 2025,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 47.8e12, fp16: 191e12, int8: 383e12, fp8: 383e12 },
  memoryBytesPerSecond: 640e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.92e9,
  powerWatts: 300,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/graphics/workstations/radeon-ai-pro/ai-9000-series/amd-radeon-ai-pro-r9700.html',
}
