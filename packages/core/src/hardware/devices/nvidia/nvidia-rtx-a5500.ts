import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_A5500: HardwareSpec = {
  id: 'nvidia-rtx-a5500',
  name: 'NVIDIA RTX A5500',
  aliases: ['NVIDIA A5500'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2022,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 34.1e12, fp16: 136.4e12, int8: 273e12 },
  memoryBytesPerSecond: 768e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 80,
  clockHz: 1.67e9,
  powerWatts: 230,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-a5500/',
}
