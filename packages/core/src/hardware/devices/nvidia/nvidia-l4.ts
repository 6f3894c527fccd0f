import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_L4: HardwareSpec = {
  id: 'nvidia-l4',
  name: 'NVIDIA L4',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ada',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 30.3e12, fp16: 121e12, int8: 242e12, fp8: 242e12 },
  memoryBytesPerSecond: 300e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 58,
  clockHz: 2.04e9,
  powerWatts: 72,
  instructionGeneration: 89,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/l4/',
}
