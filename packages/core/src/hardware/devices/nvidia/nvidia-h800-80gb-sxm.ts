import type { HardwareSpec } from '../../hardware.ts'

/** The H100 SXM with slower links between cards and little FP64: neither is among these figures, which are those of the H100. */
export const NVIDIA_H800_80GB_SXM: HardwareSpec = {
  id: 'nvidia-h800-80gb-sxm',
  name: 'NVIDIA H800 80GB SXM',
  aliases: ['NVIDIA H800', 'H800 SXM', 'H800 SXM5', 'H800 80GB', 'H800'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 66.9e12, fp16: 989e12, int8: 1979e12, fp8: 1979e12 },
  memoryBytesPerSecond: 3.35e12,
  memoryBytes: 80 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 132,
  clockHz: 1.98e9,
  powerWatts: 700,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.nvidia.com/en-us/data-center/h100/',
}
