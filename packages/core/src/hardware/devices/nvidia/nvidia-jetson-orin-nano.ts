import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_ORIN_NANO: HardwareSpec = {
  id: 'nvidia-jetson-orin-nano',
  name: 'NVIDIA Jetson Orin Nano',
  aliases: ['NVIDIA Jetson Orin Nano 8GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 1.28e12, fp16: 10e12, int8: 20e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 8,
  clockHz: 0.62e9,
  powerWatts: 15,
  instructionGeneration: 87,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
