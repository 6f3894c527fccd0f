import type { HardwareSpec } from '../../hardware.ts'

/** Half precision runs at the single-precision rate: libraries compute in fp32, since Pascal's own half rate is 1/64. */
export const NVIDIA_GEFORCE_GTX_1060_6GB: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1060-6gb',
  name: 'NVIDIA GeForce GTX 1060 6GB',
  aliases: ['GeForce GTX 1060'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2016,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.4e12, fp16: 4.4e12, int8: 17.5e12 },
  memoryBytesPerSecond: 192e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 1.5 * 2 ** 20,
  computeUnits: 10,
  clockHz: 1.71e9,
  powerWatts: 120,
  instructionGeneration: 61,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/10-series/',
}
