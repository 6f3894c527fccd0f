import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_TX2_NX: HardwareSpec = {
  id: 'nvidia-jetson-tx2-nx',
  name: 'NVIDIA Jetson TX2 NX',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 0.67e12, fp16: 1.33e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.3e9,
  powerWatts: 15,
  instructionGeneration: 62,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
