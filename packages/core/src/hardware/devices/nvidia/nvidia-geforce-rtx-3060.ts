import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3060: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3060',
  name: 'NVIDIA GeForce RTX 3060',
  aliases: ['NVIDIA GeForce RTX 3060 12GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 12.7e12, fp16: 25.5e12, int8: 102e12 },
  memoryBytesPerSecond: 360e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 28,
  clockHz: 1.78e9,
  powerWatts: 170,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3060-3060ti/',
}
