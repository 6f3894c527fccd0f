import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3070_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3070-ti',
  name: 'NVIDIA GeForce RTX 3070 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 21.7e12, fp16: 43.5e12, int8: 174e12 },
  memoryBytesPerSecond: 608e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.77e9,
  powerWatts: 290,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3070-3070ti/',
}
