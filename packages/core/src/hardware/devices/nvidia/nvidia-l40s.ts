import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_L40S: HardwareSpec = {
  id: 'nvidia-l40s',
  name: 'NVIDIA L40S',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 91.6e12, fp16: 362e12, int8: 733e12, fp8: 733e12 },
  memoryBytesPerSecond: 864e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 96 * 2 ** 20,
  computeUnits: 142,
  clockHz: 2.52e9,
  powerWatts: 350,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/l40s/',
}
