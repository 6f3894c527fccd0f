import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2070_SUPER: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2070-super',
  name: 'NVIDIA GeForce RTX 2070 Super',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 9.1e12, fp16: 36.3e12, int8: 145e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 40,
  clockHz: 1.77e9,
  powerWatts: 215,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/20-series/',
}
