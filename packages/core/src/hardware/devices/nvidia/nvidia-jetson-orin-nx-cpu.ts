import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_ORIN_NX_CPU: HardwareSpec = {
  id: 'nvidia-jetson-orin-nx-cpu',
  name: 'NVIDIA Jetson Orin NX CPU',
  aliases: ['NVIDIA Jetson Orin NX'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'cortex-a78ae',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.256e12, fp16: 0.512e12, int8: 1.02e12 },
  memoryBytesPerSecond: 102e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2e9,
  powerWatts: 25,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}
