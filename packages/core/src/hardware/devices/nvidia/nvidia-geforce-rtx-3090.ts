import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3090: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3090',
  name: 'NVIDIA GeForce RTX 3090',
  aliases: ['NVIDIA RTX3090 (GA102 SM x 82 + Tensor Core 328)'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 35.6e12, fp16: 71e12, int8: 284e12 },
  memoryBytesPerSecond: 936e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 82,
  clockHz: 1.7e9,
  powerWatts: 350,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3090-3090ti/',
}
