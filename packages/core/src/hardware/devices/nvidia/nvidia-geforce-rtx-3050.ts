import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3050: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3050',
  name: 'NVIDIA GeForce RTX 3050',
  aliases: ['NVIDIA GeForce RTX 3050 8GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2022,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 9.1e12, fp16: 18.2e12, int8: 73e12 },
  memoryBytesPerSecond: 224e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 20,
  clockHz: 1.78e9,
  powerWatts: 130,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3050/',
}
