import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_5000_ADA: HardwareSpec = {
  id: 'nvidia-rtx-5000-ada',
  name: 'NVIDIA RTX 5000 Ada',
  aliases: ['NVIDIA RTX 5000 Ada Generation'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 65.3e12, fp16: 261e12, int8: 522e12, fp8: 522e12 },
  memoryBytesPerSecond: 576e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 72 * 2 ** 20,
  computeUnits: 100,
  clockHz: 2.55e9,
  powerWatts: 250,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/products/workstations/rtx-5000/',
}
