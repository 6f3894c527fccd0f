import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_5070_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-5070-ti',
  name: 'NVIDIA GeForce RTX 5070 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 43.9e12, fp16: 87.9e12, int8: 351.5e12, fp8: 175.8e12, fp4: 703e12 },
  memoryBytesPerSecond: 896e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 70,
  clockHz: 2.45e9,
  powerWatts: 300,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5070-family/',
}
