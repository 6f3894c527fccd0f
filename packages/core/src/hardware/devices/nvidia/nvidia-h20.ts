import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_H20: HardwareSpec = {
  id: 'nvidia-h20',
  name: 'NVIDIA H20',
  aliases: ['NVIDIA H20 96GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 44e12, fp16: 148e12, int8: 296e12, fp8: 296e12 },
  memoryBytesPerSecond: 4e12,
  memoryBytes: 96 * 2 ** 30,
  cacheBytes: 60 * 2 ** 20,
  computeUnits: 78,
  clockHz: 1.98e9,
  powerWatts: 400,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/data-center/hgx/',
}
