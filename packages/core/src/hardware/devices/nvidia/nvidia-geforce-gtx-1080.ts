import type { HardwareSpec } from '../../hardware.ts'

/** Half precision runs at the single-precision rate: libraries compute in fp32, since Pascal's own half rate is 1/64. */
export const NVIDIA_GEFORCE_GTX_1080: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1080',
  name: 'NVIDIA GeForce GTX 1080',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2016,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 8.9e12, fp16: 8.9e12, int8: 35.5e12 },
  memoryBytesPerSecond: 320e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 20,
  clockHz: 1.73e9,
  powerWatts: 180,
  instructionGeneration: 61,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/10-series/',
}
