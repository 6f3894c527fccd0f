import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_2000_ADA: HardwareSpec = {
  id: 'nvidia-rtx-2000-ada',
  name: 'NVIDIA RTX 2000 Ada',
  aliases: ['NVIDIA RTX 2000 Ada Generation'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2024,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 12e12, fp16: 48e12, int8: 96e12, fp8: 96e12 },
  memoryBytesPerSecond: 224e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 22,
  clockHz: 2.13e9,
  powerWatts: 70,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/products/workstations/rtx-2000/',
}
