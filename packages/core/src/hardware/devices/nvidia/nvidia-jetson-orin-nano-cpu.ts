import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_ORIN_NANO_CPU: HardwareSpec = {
  id: 'nvidia-jetson-orin-nano-cpu',
  name: 'NVIDIA Jetson Orin Nano CPU',
  aliases: ['NVIDIA Jetson Orin Nano'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'cortex-a78ae',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.144e12, fp16: 0.288e12, int8: 0.576e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 6,
  clockHz: 1.5e9,
  powerWatts: 15,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}
