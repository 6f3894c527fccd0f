import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_A5000: HardwareSpec = {
  id: 'nvidia-rtx-a5000',
  name: 'NVIDIA RTX A5000',
  aliases: ['NVIDIA A5000'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 27.8e12, fp16: 111.1e12, int8: 222e12 },
  memoryBytesPerSecond: 768e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 64,
  clockHz: 1.7e9,
  powerWatts: 230,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-a5000/',
}
