import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_B200_SXM: HardwareSpec = {
  id: 'nvidia-b200-sxm',
  name: 'NVIDIA B200 SXM',
  aliases: ['NVIDIA B200', 'NVIDIA B200 180GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2024,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 75e12, fp16: 2250e12, int8: 4500e12, fp8: 4500e12, fp4: 9000e12 },
  memoryBytesPerSecond: 8e12,
  memoryBytes: 180 * 2 ** 30,
  cacheBytes: 126 * 2 ** 20,
  computeUnits: 148,
  clockHz: 1.97e9,
  powerWatts: 1000,
  instructionGeneration: 100,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/hgx/',
}
