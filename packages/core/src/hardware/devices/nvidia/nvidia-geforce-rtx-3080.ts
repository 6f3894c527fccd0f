import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3080: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3080',
  name: 'NVIDIA GeForce RTX 3080',
  aliases: ['NVIDIA GeForce RTX 3080 10GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 29.8e12, fp16: 59.5e12, int8: 238e12 },
  memoryBytesPerSecond: 760e9,
  memoryBytes: 10 * 2 ** 30,
  cacheBytes: 5 * 2 ** 20,
  computeUnits: 68,
  clockHz: 1.71e9,
  powerWatts: 320,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3080-3080ti/',
}
