import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2080_MAX_Q: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2080-max-q',
  name: 'NVIDIA GeForce RTX 2080 Max-Q',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 6.5e12, fp16: 25.8e12, int8: 103e12 },
  memoryBytesPerSecond: 384e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 46,
  clockHz: 1.1e9,
  powerWatts: 90,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/20-series/',
}
