import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_NANO: HardwareSpec = {
  id: 'nvidia-jetson-nano',
  name: 'NVIDIA Jetson Nano',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'maxwell',
  releaseYear: 2019,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 0.236e12, fp16: 0.472e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 0.25 * 2 ** 20,
  computeUnits: 1,
  clockHz: 0.92e9,
  powerWatts: 10,
  instructionGeneration: 53,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
