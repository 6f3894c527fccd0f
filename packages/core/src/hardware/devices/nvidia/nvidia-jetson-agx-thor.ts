import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_JETSON_AGX_THOR: HardwareSpec = {
  id: 'nvidia-jetson-agx-thor',
  name: 'NVIDIA Jetson AGX Thor',
  aliases: ['NVIDIA Jetson T5000', 'NVIDIA Thor'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 8.1e12, fp16: 258e12, int8: 517e12, fp8: 517e12, fp4: 1035e12 },
  memoryBytesPerSecond: 273e9,
  memoryBytes: 128 * 2 ** 30,
  computeUnits: 20,
  clockHz: 1.57e9,
  powerWatts: 130,
  instructionGeneration: 110,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://developer.nvidia.com/embedded/jetson-modules',
}
