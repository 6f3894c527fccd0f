import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_A2000: HardwareSpec = {
  id: 'nvidia-rtx-a2000',
  name: 'NVIDIA RTX A2000',
  aliases: ['NVIDIA RTX A2000 6GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 8e12, fp16: 32e12, int8: 63.9e12 },
  memoryBytesPerSecond: 288e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 26,
  clockHz: 1.2e9,
  powerWatts: 70,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-a2000/',
}
