import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_4000_ADA: HardwareSpec = {
  id: 'nvidia-rtx-4000-ada',
  name: 'NVIDIA RTX 4000 Ada',
  aliases: ['NVIDIA RTX 4000 Ada Generation'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 26.7e12, fp16: 106.9e12, int8: 214e12, fp8: 214e12 },
  memoryBytesPerSecond: 360e9,
  memoryBytes: 20 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 48,
  clockHz: 2.18e9,
  powerWatts: 130,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/products/workstations/rtx-4000/',
}
