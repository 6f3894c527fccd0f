import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_5080: HardwareSpec = {
  id: 'nvidia-geforce-rtx-5080',
  name: 'NVIDIA GeForce RTX 5080',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 56.3e12, fp16: 112.6e12, int8: 450e12, fp8: 225e12, fp4: 900e12 },
  memoryBytesPerSecond: 960e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 84,
  clockHz: 2.62e9,
  powerWatts: 360,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5080/',
}
