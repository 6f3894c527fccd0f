import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_H200_SXM: HardwareSpec = {
  id: 'nvidia-h200-sxm',
  name: 'NVIDIA H200 SXM',
  aliases: ['NVIDIA H200', 'H200 141GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2024,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 66.9e12, fp16: 989e12, int8: 1979e12, fp8: 1979e12 },
  memoryBytesPerSecond: 4.8e12,
  memoryBytes: 141 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 132,
  clockHz: 1.98e9,
  powerWatts: 700,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/h200/',
}
