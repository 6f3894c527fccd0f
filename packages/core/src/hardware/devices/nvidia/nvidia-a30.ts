import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A30: HardwareSpec = {
  id: 'nvidia-a30',
  name: 'NVIDIA A30',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 10.3e12, fp16: 165e12, int8: 330e12 },
  memoryBytesPerSecond: 933e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 56,
  clockHz: 1.44e9,
  powerWatts: 165,
  instructionGeneration: 80,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/products/a30-gpu/',
}
