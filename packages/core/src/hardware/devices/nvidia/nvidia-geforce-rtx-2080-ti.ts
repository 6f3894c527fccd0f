import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2080_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2080-ti',
  name: 'NVIDIA GeForce RTX 2080 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 13.4e12, fp16: 53.8e12, int8: 215e12 },
  memoryBytesPerSecond: 616e9,
  memoryBytes: 11 * 2 ** 30,
  cacheBytes: 5.5 * 2 ** 20,
  computeUnits: 68,
  clockHz: 1.55e9,
  powerWatts: 250,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/20-series/',
}
