import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_3080_TI: HardwareSpec = {
  id: 'nvidia-geforce-rtx-3080-ti',
  name: 'NVIDIA GeForce RTX 3080 Ti',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 34.1e12, fp16: 68.2e12, int8: 273e12 },
  memoryBytesPerSecond: 912e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 80,
  clockHz: 1.67e9,
  powerWatts: 350,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/30-series/rtx-3080-3080ti/',
}
