import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_XAVIER_NX_CPU: HardwareSpec = {
  id: 'nvidia-jetson-xavier-nx-cpu',
  name: 'NVIDIA Jetson Xavier NX CPU',
  aliases: ['NVIDIA Jetson Xavier NX'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'carmel',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.182e12, fp16: 0.365e12, int8: 0.73e12 },
  memoryBytesPerSecond: 59.7e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 6,
  clockHz: 1.9e9,
  powerWatts: 15,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}
