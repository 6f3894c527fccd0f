import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A10: HardwareSpec = {
  id: 'nvidia-a10',
  name: 'NVIDIA A10',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 31.2e12, fp16: 125e12, int8: 250e12 },
  memoryBytesPerSecond: 600e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 72,
  clockHz: 1.7e9,
  powerWatts: 150,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/products/a10-gpu/',
}
