import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4090: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4090',
  name: 'NVIDIA GeForce RTX 4090',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2022,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 82.6e12, fp16: 165.2e12, int8: 661e12, fp8: 330e12 },
  memoryBytesPerSecond: 1.008e12,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 72 * 2 ** 20,
  computeUnits: 128,
  clockHz: 2.52e9,
  powerWatts: 450,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4090/',
}
