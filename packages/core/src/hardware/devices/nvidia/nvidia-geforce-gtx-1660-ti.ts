import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_GTX_1660_TI: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1660-ti',
  name: 'NVIDIA GeForce GTX 1660 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 5.4e12, fp16: 10.9e12, int8: 21.7e12 },
  memoryBytesPerSecond: 288e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 1.5 * 2 ** 20,
  computeUnits: 24,
  clockHz: 1.77e9,
  powerWatts: 120,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/16-series/',
}
