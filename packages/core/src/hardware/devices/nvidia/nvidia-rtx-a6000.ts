import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_A6000: HardwareSpec = {
  id: 'nvidia-rtx-a6000',
  name: 'NVIDIA RTX A6000',
  aliases: ['NVIDIA A6000'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 38.7e12, fp16: 154.8e12, int8: 310e12 },
  memoryBytesPerSecond: 768e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 84,
  clockHz: 1.8e9,
  powerWatts: 300,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-a6000/',
}
