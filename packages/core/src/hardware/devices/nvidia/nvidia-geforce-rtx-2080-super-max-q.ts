import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2080_SUPER_MAX_Q: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2080-super-max-q',
  name: 'NVIDIA GeForce RTX 2080 Super Max-Q',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2020,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 6.6e12, fp16: 26.5e12, int8: 106e12 },
  memoryBytesPerSecond: 352e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.08e9,
  powerWatts: 90,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/20-series/',
}
