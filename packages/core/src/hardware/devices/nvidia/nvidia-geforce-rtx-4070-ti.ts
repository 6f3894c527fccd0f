import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4070_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4070-ti',
  name: 'NVIDIA GeForce RTX 4070 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 40.1e12, fp16: 80.2e12, int8: 321e12, fp8: 160e12 },
  memoryBytesPerSecond: 504e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 60,
  clockHz: 2.61e9,
  powerWatts: 285,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4070-family/',
}
