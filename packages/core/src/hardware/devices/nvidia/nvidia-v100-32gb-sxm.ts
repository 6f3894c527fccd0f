import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_V100_32GB_SXM: HardwareSpec = {
  id: 'nvidia-v100-32gb-sxm',
  name: 'NVIDIA V100 32GB SXM',
  aliases: ['Tesla V100-SXM2-32GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'volta',
  releaseYear: 2018,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 15.7e12, fp16: 125e12, int8: 62.8e12 },
  memoryBytesPerSecond: 900e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 80,
  clockHz: 1.53e9,
  powerWatts: 300,
  instructionGeneration: 70,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/v100/',
}
