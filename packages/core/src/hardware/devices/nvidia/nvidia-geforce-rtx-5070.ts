import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_5070: HardwareSpec = {
  id: 'nvidia-geforce-rtx-5070',
  name: 'NVIDIA GeForce RTX 5070',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 30.9e12, fp16: 61.7e12, int8: 246.9e12, fp8: 123.5e12, fp4: 494e12 },
  memoryBytesPerSecond: 672e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 48,
  clockHz: 2.51e9,
  powerWatts: 250,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5070-family/',
}
