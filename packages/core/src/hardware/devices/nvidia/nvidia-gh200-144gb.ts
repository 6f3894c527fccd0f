import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GH200_144GB: HardwareSpec = {
  id: 'nvidia-gh200-144gb',
  name: 'NVIDIA GH200 144GB',
  aliases: ['NVIDIA GH200 144G HBM3e'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2024,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 66.9e12, fp16: 989e12, int8: 1979e12, fp8: 1979e12 },
  memoryBytesPerSecond: 4.9e12,
  memoryBytes: 144 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 132,
  clockHz: 1.98e9,
  powerWatts: 900,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/grace-hopper-superchip/',
}
