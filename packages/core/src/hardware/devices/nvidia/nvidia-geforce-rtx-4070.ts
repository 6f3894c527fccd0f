import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4070: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4070',
  name: 'NVIDIA GeForce RTX 4070',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 29.1e12, fp16: 58.3e12, int8: 233.2e12, fp8: 116.6e12 },
  memoryBytesPerSecond: 504e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 46,
  clockHz: 2.475e9,
  powerWatts: 200,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4070-family/',
}
