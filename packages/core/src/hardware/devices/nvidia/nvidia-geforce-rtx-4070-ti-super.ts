import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4070_TI_SUPER: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4070-ti-super',
  name: 'NVIDIA GeForce RTX 4070 Ti Super',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2024,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 44.1e12, fp16: 88.2e12, int8: 352.8e12, fp8: 176.4e12 },
  memoryBytesPerSecond: 672e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 66,
  clockHz: 2.61e9,
  powerWatts: 285,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4070-family/',
}
