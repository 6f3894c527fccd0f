import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_P4: HardwareSpec = {
  id: 'nvidia-p4',
  name: 'NVIDIA P4',
  aliases: ['Tesla P4'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2016,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 5.5e12, fp16: 5.5e12, int8: 22e12 },
  memoryBytesPerSecond: 192e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 20,
  clockHz: 1.06e9,
  powerWatts: 75,
  instructionGeneration: 61,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/tesla-p4/',
}
