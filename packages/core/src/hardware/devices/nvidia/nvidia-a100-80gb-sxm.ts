import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A100_80GB_SXM: HardwareSpec = {
  id: 'nvidia-a100-80gb-sxm',
  name: 'NVIDIA A100 80GB SXM',
  aliases: ['NVIDIA A100-SXM4-80GB', 'A100 SXM', 'A100-80GB', 'A100 80GB', 'A100'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 19.5e12, fp16: 312e12, int8: 624e12 },
  memoryBytesPerSecond: 2.039e12,
  memoryBytes: 80 * 2 ** 30,
  cacheBytes: 40 * 2 ** 20,
  computeUnits: 108,
  clockHz: 1.41e9,
  powerWatts: 400,
  instructionGeneration: 80,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/a100/',
}
