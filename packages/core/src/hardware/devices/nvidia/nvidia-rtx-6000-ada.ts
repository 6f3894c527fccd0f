import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_6000_ADA: HardwareSpec = {
  id: 'nvidia-rtx-6000-ada',
  name: 'NVIDIA RTX 6000 Ada',
  aliases: ['NVIDIA RTX 6000 Ada Generation'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2022,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 91.1e12, fp16: 364e12, int8: 728e12, fp8: 728e12 },
  memoryBytesPerSecond: 960e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 142,
  clockHz: 2.51e9,
  powerWatts: 300,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/design-visualization/rtx-6000/',
}
