import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_H200_NVL: HardwareSpec = {
  id: 'nvidia-h200-nvl',
  name: 'NVIDIA H200 NVL',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2024,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 60e12, fp16: 835.5e12, int8: 1671e12, fp8: 1671e12 },
  memoryBytesPerSecond: 4.8e12,
  memoryBytes: 141 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 132,
  clockHz: 1.785e9,
  powerWatts: 600,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/h200/',
}
