import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_NANO_CPU: HardwareSpec = {
  id: 'nvidia-jetson-nano-cpu',
  name: 'NVIDIA Jetson Nano CPU',
  aliases: ['NVIDIA Jetson Nano'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'cortex-a57',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 46e9, fp16: 46e9, int8: 92e9 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.43e9,
  powerWatts: 10,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}
