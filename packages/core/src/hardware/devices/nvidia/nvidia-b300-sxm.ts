import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_B300_SXM: HardwareSpec = {
  id: 'nvidia-b300-sxm',
  name: 'NVIDIA B300 SXM',
  aliases: ['NVIDIA B300', 'NVIDIA B300 SXM6 AC'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 75e12, fp16: 2250e12, int8: 150e12, fp8: 4500e12, fp4: 13500e12 },
  memoryBytesPerSecond: 8e12,
  memoryBytes: 288 * 2 ** 30,
  cacheBytes: 126 * 2 ** 20,
  computeUnits: 148,
  clockHz: 1.97e9,
  powerWatts: 1100,
  instructionGeneration: 103,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/hgx/',
}
