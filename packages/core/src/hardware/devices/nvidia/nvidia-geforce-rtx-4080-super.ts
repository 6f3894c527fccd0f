import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4080_SUPER: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4080-super',
  name: 'NVIDIA GeForce RTX 4080 Super',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2024,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 52.2e12, fp16: 104.4e12, int8: 417.7e12, fp8: 208.9e12 },
  memoryBytesPerSecond: 736e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 80,
  clockHz: 2.55e9,
  powerWatts: 320,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4080-family/',
}
