import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_5060_TI_16GB: HardwareSpec = {
  id: 'nvidia-geforce-rtx-5060-ti-16gb',
  name: 'NVIDIA GeForce RTX 5060 Ti 16GB',
  aliases: ['GeForce RTX 5060 Ti'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 23.7e12, fp16: 47.4e12, int8: 189.6e12, fp8: 94.8e12, fp4: 380e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 36,
  clockHz: 2.57e9,
  powerWatts: 180,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5060-family/',
}
