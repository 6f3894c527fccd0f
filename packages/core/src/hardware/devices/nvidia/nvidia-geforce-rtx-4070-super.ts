import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4070_SUPER: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4070-super',
  name: 'NVIDIA GeForce RTX 4070 Super',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2024,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 35.5e12, fp16: 71e12, int8: 283.9e12, fp8: 141.9e12 },
  memoryBytesPerSecond: 504e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 56,
  clockHz: 2.475e9,
  powerWatts: 220,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4070-family/',
}
