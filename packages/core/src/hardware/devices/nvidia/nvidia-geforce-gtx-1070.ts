import type { HardwareSpec } from '../../hardware.ts'

/** Half precision runs at the single-precision rate: libraries compute in fp32, since Pascal's own half rate is 1/64. */
export const NVIDIA_GEFORCE_GTX_1070: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1070',
  name: 'NVIDIA GeForce GTX 1070',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2016,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 6.5e12, fp16: 6.5e12, int8: 25.8e12 },
  memoryBytesPerSecond: 256e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 15,
  clockHz: 1.68e9,
  powerWatts: 150,
  instructionGeneration: 61,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/10-series/',
}
