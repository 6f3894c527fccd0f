import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4060_TI_16GB: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4060-ti-16gb',
  name: 'NVIDIA GeForce RTX 4060 Ti 16GB',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 22.1e12, fp16: 44.1e12, int8: 176.5e12, fp8: 88.3e12 },
  memoryBytesPerSecond: 288e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 34,
  clockHz: 2.535e9,
  powerWatts: 165,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4060-4060ti/',
}
