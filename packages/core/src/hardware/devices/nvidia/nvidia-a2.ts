import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A2: HardwareSpec = {
  id: 'nvidia-a2',
  name: 'NVIDIA A2',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 4.5e12, fp16: 18e12, int8: 36e12 },
  memoryBytesPerSecond: 200e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 10,
  clockHz: 1.77e9,
  powerWatts: 60,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/products/a2/',
}
