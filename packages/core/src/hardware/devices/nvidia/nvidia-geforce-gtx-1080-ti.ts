import type { HardwareSpec } from '../../hardware.ts'

/** Half precision runs at the single-precision rate: libraries compute in fp32, since Pascal's own half rate is 1/64. */
export const NVIDIA_GEFORCE_GTX_1080_TI: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1080-ti',
  name: 'NVIDIA GeForce GTX 1080 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2017,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 11.3e12, fp16: 11.3e12, int8: 45e12 },
  memoryBytesPerSecond: 484e9,
  memoryBytes: 11 * 2 ** 30,
  cacheBytes: 2.75 * 2 ** 20,
  computeUnits: 28,
  clockHz: 1.58e9,
  powerWatts: 250,
  instructionGeneration: 61,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/10-series/',
}
