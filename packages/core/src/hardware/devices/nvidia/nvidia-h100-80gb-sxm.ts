import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_H100_80GB_SXM: HardwareSpec = {
  id: 'nvidia-h100-80gb-sxm',
  name: 'NVIDIA H100 80GB SXM',
  aliases: ['NVIDIA H100 80GB HBM3', 'H100 SXM', 'H100 SXM5', 'H100-80GB', 'H100 80GB', 'H100'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2022,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 66.9e12, fp16: 989e12, int8: 1979e12, fp8: 1979e12 },
  memoryBytesPerSecond: 3.35e12,
  memoryBytes: 80 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 132,
  clockHz: 1.98e9,
  powerWatts: 700,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/h100/',
}
