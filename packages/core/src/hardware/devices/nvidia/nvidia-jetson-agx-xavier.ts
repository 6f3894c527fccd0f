import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_AGX_XAVIER: HardwareSpec = {
  id: 'nvidia-jetson-agx-xavier',
  name: 'NVIDIA Jetson AGX Xavier',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'volta',
  releaseYear: 2018,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 1.4e12, fp16: 11e12, int8: 22e12 },
  memoryBytesPerSecond: 136.5e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.37e9,
  powerWatts: 30,
  instructionGeneration: 72,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
