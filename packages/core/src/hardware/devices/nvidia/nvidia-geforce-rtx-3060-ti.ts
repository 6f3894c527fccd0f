import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3060_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3060-ti',
  name: 'NVIDIA GeForce RTX 3060 Ti',
  aliases: ['NVIDIA GeForce RTX 3060 Ti of Desktop'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 16.2e12, fp16: 32.4e12, int8: 130e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 38,
  clockHz: 1.67e9,
  powerWatts: 200,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3060-3060ti/',
}
