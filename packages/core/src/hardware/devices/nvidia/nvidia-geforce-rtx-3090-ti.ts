import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3090_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3090-ti',
  name: 'NVIDIA GeForce RTX 3090 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2022,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 40e12, fp16: 80e12, int8: 320e12 },
  memoryBytesPerSecond: 1.008e12,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 84,
  clockHz: 1.86e9,
  powerWatts: 450,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3090-3090ti/',
}
