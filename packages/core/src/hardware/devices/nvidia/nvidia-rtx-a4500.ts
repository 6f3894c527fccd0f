import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_A4500: HardwareSpec = {
  id: 'nvidia-rtx-a4500',
  name: 'NVIDIA RTX A4500',
  aliases: ['NVIDIA A4500'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 23.7e12, fp16: 94.6e12, int8: 189e12 },
  memoryBytesPerSecond: 640e9,
  memoryBytes: 20 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 56,
  clockHz: 1.65e9,
  powerWatts: 200,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-a4500/',
}
