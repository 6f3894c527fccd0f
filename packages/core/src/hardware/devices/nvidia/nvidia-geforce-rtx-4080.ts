import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_4080: HardwareSpec = {
  id: 'nvidia-geforce-rtx-4080',
  name: 'NVIDIA GeForce RTX 4080',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2022,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 48.7e12, fp16: 97.5e12, int8: 390e12, fp8: 195e12 },
  memoryBytesPerSecond: 717e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 76,
  clockHz: 2.51e9,
  powerWatts: 320,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/40-series/rtx-4080-family/',
}
