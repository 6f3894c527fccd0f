import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_TITAN_RTX: HardwareSpec = {
  id: 'nvidia-titan-rtx',
  name: 'NVIDIA TITAN RTX',
  aliases: ['TITAN RTX'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 16.3e12, fp16: 130.5e12, int8: 261e12 },
  memoryBytesPerSecond: 672e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 72,
  clockHz: 1.77e9,
  powerWatts: 280,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/deep-learning-ai/products/titan-rtx/',
}
