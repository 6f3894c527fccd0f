import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3070: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3070',
  name: 'NVIDIA GeForce RTX 3070',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 20.3e12, fp16: 40.6e12, int8: 162e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 46,
  clockHz: 1.73e9,
  powerWatts: 220,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3070-3070ti/',
}
