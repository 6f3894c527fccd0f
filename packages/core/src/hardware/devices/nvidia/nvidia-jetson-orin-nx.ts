import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_ORIN_NX: HardwareSpec = {
  id: 'nvidia-jetson-orin-nx',
  name: 'NVIDIA Jetson Orin NX',
  aliases: ['NVIDIA Jetson Orin NX 16GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2023,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 1.9e12, fp16: 15e12, int8: 50e12 },
  memoryBytesPerSecond: 102e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 8,
  clockHz: 0.92e9,
  powerWatts: 25,
  instructionGeneration: 87,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
