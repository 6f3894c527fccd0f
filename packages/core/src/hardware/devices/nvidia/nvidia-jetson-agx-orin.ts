import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_AGX_ORIN: HardwareSpec = {
  id: 'nvidia-jetson-agx-orin',
  name: 'NVIDIA Jetson AGX Orin',
  aliases: ['NVIDIA Jetson AGX Orin 64GB', 'Orin (nvgpu)'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2022,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 5.3e12, fp16: 42.5e12, int8: 137e12 },
  memoryBytesPerSecond: 205e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 16,
  clockHz: 1.3e9,
  powerWatts: 60,
  instructionGeneration: 87,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
