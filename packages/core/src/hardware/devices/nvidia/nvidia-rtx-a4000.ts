import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_A4000: HardwareSpec = {
  id: 'nvidia-rtx-a4000',
  name: 'NVIDIA RTX A4000',
  aliases: ['NVIDIA A4000'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 19.2e12, fp16: 76.7e12, int8: 153e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.56e9,
  powerWatts: 140,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-a4000/',
}
