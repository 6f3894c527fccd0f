import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4060: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4060',
  name: 'NVIDIA GeForce RTX 4060',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 15.1e12, fp16: 30.2e12, int8: 121e12, fp8: 60.5e12 },
  memoryBytesPerSecond: 272e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 24,
  clockHz: 2.46e9,
  powerWatts: 115,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4060-4060ti/',
}
