import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_GTX_1660: HardwareSpec = {
  id: 'nvidia-geforce-gtx-1660',
  name: 'NVIDIA GeForce GTX 1660',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2019,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 5e12, fp16: 10e12, int8: 20.1e12 },
  memoryBytesPerSecond: 192e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 1.5 * 2 ** 20,
  computeUnits: 22,
  clockHz: 1.785e9,
  powerWatts: 120,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/16-series/',
}
