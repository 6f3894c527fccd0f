import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3080_MAX_Q: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3080-max-q',
  name: 'NVIDIA GeForce RTX 3080 Max-Q',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 15.3e12, fp16: 30.6e12, int8: 122e12 },
  memoryBytesPerSecond: 384e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.25e9,
  powerWatts: 90,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/',
}
