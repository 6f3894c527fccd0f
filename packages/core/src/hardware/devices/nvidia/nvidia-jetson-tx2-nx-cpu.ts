import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_TX2_NX_CPU: HardwareSpec = {
  id: 'nvidia-jetson-tx2-nx-cpu',
  name: 'NVIDIA Jetson TX2 NX CPU',
  aliases: ['NVIDIA Jetson TX2 NX'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'denver2',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 96e9, fp16: 96e9, int8: 0.192e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 6,
  clockHz: 2e9,
  powerWatts: 15,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}
