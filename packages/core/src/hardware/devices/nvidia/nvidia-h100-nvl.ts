import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_H100_NVL: HardwareSpec = {
  id: 'nvidia-h100-nvl',
  name: 'NVIDIA H100 NVL',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 60e12, fp16: 835e12, int8: 1671e12, fp8: 1671e12 },
  memoryBytesPerSecond: 3.938e12,
  memoryBytes: 94 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 132,
  clockHz: 1.79e9,
  powerWatts: 400,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/h100/',
}
