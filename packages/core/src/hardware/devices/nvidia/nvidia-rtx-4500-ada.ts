import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_4500_ADA: HardwareSpec = {
  id: 'nvidia-rtx-4500-ada',
  name: 'NVIDIA RTX 4500 Ada',
  aliases: ['NVIDIA RTX 4500 Ada Generation'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 39.6e12, fp16: 158.5e12, int8: 317e12, fp8: 317e12 },
  memoryBytesPerSecond: 432e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 60,
  clockHz: 2.58e9,
  powerWatts: 210,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/products/workstations/rtx-4500/',
}
