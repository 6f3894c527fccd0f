import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_AGX_XAVIER_CPU: HardwareSpec = {
  id: 'nvidia-jetson-agx-xavier-cpu',
  name: 'NVIDIA Jetson AGX Xavier CPU',
  aliases: ['NVIDIA Jetson AGX Xavier'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'carmel',
  releaseYear: 2018,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.28e12, fp16: 0.56e12, int8: 1.12e12 },
  memoryBytesPerSecond: 136.5e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.2e9,
  powerWatts: 30,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}
