import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GRACE_CPU: HardwareSpec = {
  id: 'nvidia-grace-cpu',
  name: 'NVIDIA Grace CPU',
  aliases: ['NVIDIA Grace'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'neoverse-v2',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 7.1e12, fp16: 14.2e12, int8: 28.4e12 },
  memoryBytesPerSecond: 500e9,
  memoryBytes: 240 * 2 ** 30,
  cacheBytes: 114 * 2 ** 20,
  computeUnits: 72,
  clockHz: 3.1e9,
  powerWatts: 250,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/data-center/grace-cpu/',
}
