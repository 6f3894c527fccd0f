import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_L40: HardwareSpec = {
  id: 'nvidia-l40',
  name: 'NVIDIA L40',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2022,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 90.5e12, fp16: 181e12, int8: 362e12, fp8: 362e12 },
  memoryBytesPerSecond: 864e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 142,
  clockHz: 2.49e9,
  powerWatts: 300,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/l40/',
}
