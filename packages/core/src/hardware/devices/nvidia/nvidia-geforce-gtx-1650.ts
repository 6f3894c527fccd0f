import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_GTX_1650: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1650',
  name: 'NVIDIA GeForce GTX 1650',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 3e12, fp16: 6e12, int8: 11.9e12 },
  memoryBytesPerSecond: 128e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 14,
  clockHz: 1.665e9,
  powerWatts: 75,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/16-series/',
}
