import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A40: HardwareSpec = {
  id: 'nvidia-a40',
  name: 'NVIDIA A40',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 37.4e12, fp16: 149.7e12, int8: 299e12 },
  memoryBytesPerSecond: 696e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 84,
  clockHz: 1.74e9,
  powerWatts: 300,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/a40/',
}
