import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_XAVIER_NX: HardwareSpec = {
  id: 'nvidia-jetson-xavier-nx',
  name: 'NVIDIA Jetson Xavier NX',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'volta',
  releaseYear: 2020,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 0.84e12, fp16: 6e12, int8: 21e12 },
  memoryBytesPerSecond: 59.7e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 6,
  clockHz: 1.1e9,
  powerWatts: 15,
  instructionGeneration: 72,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
