import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_5060: HardwareSpec = {
  id: 'nvidia-geforce-rtx-5060',
  name: 'NVIDIA GeForce RTX 5060',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 19.2e12, fp16: 38.4e12, int8: 153.6e12, fp8: 76.8e12, fp4: 307e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  computeUnits: 30,
  clockHz: 2.5e9,
  powerWatts: 145,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/geforce/graphics-cards/50-series/rtx-5060-family/',
}
