import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A100_40GB_SXM: HardwareSpec = {
  id: 'nvidia-a100-40gb-sxm',
  name: 'NVIDIA A100 40GB SXM',
  aliases: ['NVIDIA A100-SXM4-40GB', 'A100-40GB', 'A100 40GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 19.5e12, fp16: 312e12, int8: 624e12 },
  memoryBytesPerSecond: 1.555e12,
  memoryBytes: 40 * 2 ** 30,
  cacheBytes: 40 * 2 ** 20,
  computeUnits: 108,
  clockHz: 1.41e9,
  powerWatts: 400,
  instructionGeneration: 80,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/a100/',
}
