import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2080_SUPER: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2080-super',
  name: 'NVIDIA GeForce RTX 2080 Super',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 11.2e12, fp16: 44.6e12, int8: 178.4e12 },
  memoryBytesPerSecond: 496e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.815e9,
  powerWatts: 250,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/20-series/',
}
