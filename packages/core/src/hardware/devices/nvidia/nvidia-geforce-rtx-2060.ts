import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2060: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2060',
  name: 'NVIDIA GeForce RTX 2060',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 6.5e12, fp16: 25.8e12, int8: 103.2e12 },
  memoryBytesPerSecond: 336e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 30,
  clockHz: 1.68e9,
  powerWatts: 160,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/20-series/',
}
