import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_5090: HardwareSpec = {
  id: 'nvidia-geforce-rtx-5090',
  name: 'NVIDIA GeForce RTX 5090',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 104.8e12, fp16: 209.5e12, int8: 838e12, fp8: 419e12, fp4: 1676e12 },
  memoryBytesPerSecond: 1.792e12,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 170,
  clockHz: 2.41e9,
  powerWatts: 575,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5090/',
}
